import { existsSync, readdirSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { delimiter, join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { Launcher } from 'chrome-launcher';

/** Flags for every Chromium we start. Root has no sandbox; the rest keeps it from talking to the network by itself. */
export const args = [
  ...(platform() === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/** First of `names` on PATH, or undefined. */
function onPath(...names) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of names) {
      const file = join(folder, platform() === 'win32' ? `${name}.exe` : name);
      if (folder && existsSync(file)) return file;
    }
  }
  return undefined;
}

/** Newest Chromium that Playwright has downloaded for somebody else. */
function cachedChromium() {
  const caches = {
    linux: join(homedir(), '.cache'),
    darwin: join(homedir(), 'Library', 'Caches'),
    win32: process.env.LOCALAPPDATA ?? '',
  };
  const folder = process.env.PLAYWRIGHT_BROWSERS_PATH || join(caches[platform()] ?? '', 'ms-playwright');
  if (!existsSync(folder)) return undefined;
  const inside = [
    'chrome-linux64/chrome',
    'chrome-linux/chrome',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-win64/chrome.exe',
    'chrome-win/chrome.exe',
  ];
  return readdirSync(folder)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
    .flatMap((name) => inside.map((file) => join(folder, name, file)))
    .find(existsSync);
}

/** The Chromium that a registry package carries: what lets a bare Linux machine run the tests with no download. */
async function packagedChromium() {
  if (platform() !== 'linux' || process.arch !== 'x64') return undefined;
  const before = process.env.AWS_EXECUTION_ENV;
  try {
    // Its second pack (libnss3 and friends, absent on bare images) is only unpacked where it thinks it is on Lambda.
    process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
    const { default: chromium } = await import('@sparticuz/chromium');
    return await chromium.executablePath();
  } catch {
    return undefined;
  } finally {
    if (before === undefined) delete process.env.AWS_EXECUTION_ENV;
  }
}

function installedChromium() {
  try {
    return Launcher.getInstallations()[0];
  } catch {
    return undefined;
  }
}

/**
 * A Chromium to test with: CHROME_PATH, an installed one, Playwright's, the packaged one.
 * @throws with what to do, where there is none.
 */
export async function findBrowser() {
  if (process.env.CHROME_PATH) return { executablePath: process.env.CHROME_PATH, via: 'CHROME_PATH' };
  const installed = installedChromium();
  if (installed) return { executablePath: installed, via: 'installed' };
  const cached = cachedChromium();
  if (cached) return { executablePath: cached, via: 'Playwright cache' };
  const packaged = await packagedChromium();
  if (packaged) return { executablePath: packaged, via: '@sparticuz/chromium' };
  throw new Error(
    'No Chromium found. Install Chrome, or (Debian, as root) apt-get install -y chromium, or set CHROME_PATH to one.',
  );
}

function findFirefox() {
  if (process.env.FIREFOX_PATH) return process.env.FIREFOX_PATH;
  const mac = '/Applications/Firefox.app/Contents/MacOS/firefox';
  return onPath('firefox-esr', 'firefox') ?? (existsSync(mac) ? mac : undefined);
}

function findMiniBrowser() {
  if (process.env.WEBKIT_MINIBROWSER) return process.env.WEBKIT_MINIBROWSER;
  for (const library of ['libwebkit2gtk-4.1-0', 'libwebkitgtk-6.0-4', 'libwebkit2gtk-4.0-37']) {
    try {
      const files = execFileSync('dpkg', ['-L', library], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
      const binary = files.split('\n').find((file) => file.endsWith('/MiniBrowser'));
      if (binary && existsSync(binary)) return binary;
    } catch {
      // not Debian, or not this library
    }
  }
  return undefined;
}

function findWebKit() {
  const driver = onPath('WebKitWebDriver');
  if (!driver) return { missing: 'no WebKitWebDriver on PATH (Debian: apt-get install webkit2gtk-driver)' };
  const binary = findMiniBrowser();
  if (!binary) return { missing: 'no MiniBrowser beside WebKitWebDriver (set WEBKIT_MINIBROWSER)' };
  const screen = process.env.DISPLAY || process.env.WAYLAND_DISPLAY || onPath('Xvfb');
  if (!screen) return { missing: 'no display and no Xvfb (Debian: apt-get install xvfb)' };
  return { path: binary, driver };
}

/**
 * What can be tested with here: one row a browser, `path` where it is found, else `missing` says why not.
 * The environment variable BROWSERS (names, comma between) limits them.
 */
export async function findBrowsers() {
  const wanted = process.env.BROWSERS?.split(',').map((name) => name.trim().toLowerCase());
  const known = ['chromium', 'firefox', 'webkit'];
  const unknown = wanted?.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`BROWSERS knows ${known.join(', ')}; "${unknown}" is none of them.`);
  const rows = [];
  for (const name of known) {
    if (wanted && !wanted.includes(name)) {
      rows.push({ name, missing: 'left out by BROWSERS' });
    } else if (name === 'chromium') {
      rows.push(
        await findBrowser().then(
          ({ executablePath, via }) => ({ name, path: executablePath, via }),
          (error) => ({ name, missing: error.message }),
        ),
      );
    } else if (name === 'firefox') {
      const path = findFirefox();
      rows.push(path ? { name, path } : { name, missing: 'not installed (Debian: apt-get install firefox-esr)' });
    } else {
      rows.push({ name, ...findWebKit() });
    }
  }
  return rows;
}
