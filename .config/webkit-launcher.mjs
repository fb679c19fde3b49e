import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

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

/**
 * Web Test Runner on WebKitGTK's own driver. It calls itself `webdriver`, so that the stock sendKeys and sendMouse
 * commands call the methods below; the stock WebDriver launcher presses all keys before it lets one go, and WebKit
 * then drops the second of a double letter.
 */
export function webkitLauncher({ driver, binary }) {
  const processes = [];
  let base, session, active, booting;

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
    const options = { binary, args: ['--automation'] };
    const capabilities = { alwaysMatch: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options } };
    session = (await call('POST', '/session', { capabilities })).sessionId;
  };

  const mouse = (...actions) =>
    inSession('POST', '/actions', {
      actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }],
    });
  const keyboard = (actions) => inSession('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  const move = (x, y) => ({ type: 'pointerMove', duration: 0, x, y });

  return {
    name: 'WebKitGTK',
    type: 'webdriver',
    concurrency: 1,
    async initialize() {},
    isActive: (id) => id === active,
    getBrowserUrl: () => inSession('GET', '/url'),
    async startSession(id, url) {
      await (booting ??= boot());
      active = id;
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
    },
    sendKeys: (_id, keys) =>
      keyboard(
        keys.map(character).flatMap((value) => [
          { type: 'keyDown', value },
          { type: 'keyUp', value },
        ]),
      ),
    /** Our own command: the keys in `held` stay down while `key` is pressed. */
    sendChord: (_id, held, key) =>
      keyboard([
        ...held.map((name) => ({ type: 'keyDown', value: character(name) })),
        { type: 'keyDown', value: character(key) },
        { type: 'keyUp', value: character(key) },
        ...held.toReversed().map((name) => ({ type: 'keyUp', value: character(name) })),
      ]),
    sendMouseMove: (_id, x, y) => mouse(move(x, y)),
    sendMouseClick: (_id, x, y, button = 'left') =>
      mouse(
        move(x, y),
        { type: 'pointerDown', button: BUTTONS[button] },
        { type: 'pointerUp', button: BUTTONS[button] },
      ),
    sendMouseDown: (_id, button = 'left') => mouse({ type: 'pointerDown', button: BUTTONS[button] }),
    sendMouseUp: (_id, button = 'left') => mouse({ type: 'pointerUp', button: BUTTONS[button] }),
    resetMouse: () => inSession('DELETE', '/actions'),
  };
}
