import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** WebDriver's private-use characters for the keys that Playwright and Puppeteer name. */
const KEYS = {
  Cancel: '\uE001',
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Pause: '\uE00B',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Insert: '\uE016',
  Delete: '\uE017',
  F1: '\uE031',
  F2: '\uE032',
  F3: '\uE033',
  F4: '\uE034',
  F5: '\uE035',
  F6: '\uE036',
  F7: '\uE037',
  F8: '\uE038',
  F9: '\uE039',
  F10: '\uE03A',
  F11: '\uE03B',
  F12: '\uE03C',
  Meta: '\uE03D',
};
const BUTTONS = { left: 0, middle: 1, right: 2 };
/**
 * Test files after which the browser is begun anew. Its page process keeps memory of all of them (2.7 GB after two hundred), and
 * was once found there waiting for ever for a lock of its own allocator.
 */
const FILES = 50;
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** Named keys may come as 'KeyA' (a code) as well as 'a': drivers know characters only. */
function character(key) {
  if (key in KEYS) return KEYS[key];
  if (/^Key[A-Z]$/.test(key)) return key[3].toLowerCase();
  if (/^Digit\d$/.test(key)) return key[5];
  return key;
}

function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

/** What is typed with Shift on the keyboard that the driver plays. Others, as É or İ, it takes as they are. */
const SHIFTED = /^[A-Z~!@#$%^&*()_+{}|:"<>?]$/;

/**
 * Web Test Runner on WebKitGTK's own driver. It calls itself `puppeteer` and gives a page of that shape, for then the
 * stock commands can do all they know; of a `webdriver` they hold no key and set no viewport. (The stock WebDriver
 * launcher also presses all keys before it lets one go, and WebKit then drops the second of a double letter.)
 */
export function webkitLauncher({ driver, binary }) {
  const processes = [];
  let base, session, active, booting, settings;
  let files = 0;

  const call = async (method, path, body) => {
    const response = await fetch(base + path, {
      method,
      body: body && JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
    const { value } = await response.json();
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  const inSession = (method, path, body) => call(method, `/session/${session}${path}`, body);

  const display = async () => {
    const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    processes.push(screen);
    const number = await new Promise((done, fail) => {
      screen.stdio[3].once('data', (data) => done(String(data).trim()));
      screen.once('error', fail);
      screen.once('exit', (code) => fail(new Error(`Xvfb ended with ${code}`)));
    });
    return `:${number}`;
  };

  const boot = async () => {
    const env = { ...process.env };
    if (!env.DISPLAY && !env.WAYLAND_DISPLAY) env.DISPLAY = await display();
    // Pages then hear that reduced motion is preferred, as in the other browsers.
    env.XDG_CONFIG_HOME = settings = mkdtempSync(join(tmpdir(), 'crm-elements-webkit-'));
    mkdirSync(join(settings, 'gtk-3.0'));
    writeFileSync(join(settings, 'gtk-3.0', 'settings.ini'), '[Settings]\ngtk-enable-animations=0\n');
    const port = await freePort();
    base = `http://127.0.0.1:${port}`;
    processes.push(spawn(driver, [`--port=${port}`], { env, stdio: 'ignore' }));
    for (let tries = 0; ; tries++) {
      try {
        await call('GET', '/status');
        break;
      } catch (error) {
        if (tries > 100) throw error;
        await pause(100);
      }
    }
    await begin();
  };
  const begin = async () => {
    const options = { binary, args: ['--automation'] };
    const capabilities = { alwaysMatch: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options } };
    session = (await call('POST', '/session', { capabilities })).sessionId;
  };

  const perform = (type, actions, more) =>
    inSession('POST', '/actions', { actions: [{ type, id: type, actions, ...more }] });
  const keyboard = (...actions) => perform('key', actions);
  const mouse = (...actions) => perform('pointer', actions, { parameters: { pointerType: 'mouse' } });
  const move = (x, y) => ({ type: 'pointerMove', duration: 0, x, y });
  const button = (type, { button: name = 'left' } = {}) => ({ type, button: BUTTONS[name] });
  const down = (key) => ({ type: 'keyDown', value: character(key) });
  const up = (key) => ({ type: 'keyUp', value: character(key) });
  const stroke = (key) => {
    const plain = [down(key), up(key)];
    return SHIFTED.test(key) ? [down('Shift'), ...plain, up('Shift')] : plain;
  };

  const page = {
    keyboard: {
      type: (text) => keyboard(...[...text].flatMap(stroke)),
      press: (key) => keyboard(...stroke(key)),
      down: (key) => keyboard(down(key)),
      up: (key) => keyboard(up(key)),
    },
    mouse: {
      move: (x, y) => mouse(move(x, y)),
      click: (x, y, options) => mouse(move(x, y), button('pointerDown', options), button('pointerUp', options)),
      down: (options) => mouse(button('pointerDown', options)),
      up: (options) => mouse(button('pointerUp', options)),
      reset: () => inSession('DELETE', '/actions'),
    },
    /** The driver sizes windows: what is around the page is added, as it measures now. */
    async setViewport({ width, height }) {
      const script = 'return [outerWidth - innerWidth, outerHeight - innerHeight]';
      const [besides, above] = await inSession('POST', '/execute/sync', { script, args: [] });
      await inSession('POST', '/window/rect', { width: width + besides, height: height + above });
    },
  };

  return {
    name: 'WebKitGTK',
    type: 'puppeteer',
    concurrency: 1,
    async initialize() {},
    isActive: (id) => id === active,
    getBrowserUrl: () => inSession('GET', '/url'),
    getPage: () => page,
    async startSession(id, url) {
      await (booting ??= boot());
      if (files++ % FILES === FILES - 1) {
        await inSession('DELETE', '');
        await begin();
      }
      active = id;
      // One window for all files: each begins with the size that Puppeteer gives its pages.
      await page.setViewport({ width: 800, height: 600 });
      await inSession('POST', '/url', { url });
    },
    async stopSession() {
      active = undefined;
      await inSession('DELETE', '/actions').catch(() => {});
      await inSession('POST', '/url', { url: 'about:blank' }).catch(() => {});
      return {};
    },
    async stop() {
      if (session) await inSession('DELETE', '').catch(() => {});
      for (const process of processes.reverse()) process.kill();
      if (settings) rmSync(settings, { recursive: true, force: true });
    },
  };
}
