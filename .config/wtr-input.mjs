/**
 * Commands that the stock plugins lack. `test/support/commands.ts` has the typed side.
 * What a browser cannot do is answered with `{ unsupported }` and thrown on the page's side, so that a test can skip
 * and say so; an error thrown here would be printed with its stack by the server, once a test and browser.
 */
const sessions = new WeakMap();

const hasDevtools = ({ browser }) => browser.type === 'puppeteer' && /chrom/i.test(browser.name);
const unsupported = (what, { browser }) => ({ unsupported: `${what} is not supported in ${browser.name}` });

/** A raw DevTools session of the page, kept open: emulation ends with the session that asked for it. */
function devtools(session) {
  const page = session.browser.getPage(session.id);
  if (!sessions.has(page)) sessions.set(page, page.createCDPSession());
  return sessions.get(page);
}

/** Sessions whose screen is one for fingers until they say otherwise. */
const touchscreens = new WeakSet();

/** A screen for fingers: larger targets, and so another layout. A touch alone makes one only while it lasts. */
async function touchscreen({ on }, session) {
  if (!hasDevtools(session)) return unsupported('Touch input', session);
  const cdp = await devtools(session);
  await cdp.send('Emulation.setTouchEmulationEnabled', { enabled: on, maxTouchPoints: 5 });
  if (on) touchscreens.add(cdp);
  else touchscreens.delete(cdp);
  return true;
}

/** Fingers on the screen: start, move, end, cancel at a point, or hold still for `ms`. */
async function touch({ steps }, session) {
  if (!hasDevtools(session)) return unsupported('Touch input', session);
  const cdp = await devtools(session);
  await cdp.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 5 });
  const types = { start: 'touchStart', move: 'touchMove', end: 'touchEnd', cancel: 'touchCancel' };
  try {
    for (const step of steps) {
      if (step.type === 'hold') {
        await new Promise((done) => setTimeout(done, step.ms));
        continue;
      }
      const lifted = step.type === 'end' || step.type === 'cancel';
      const touchPoints = lifted ? [] : [{ x: step.x, y: step.y, id: 1 }];
      await cdp.send('Input.dispatchTouchEvent', { type: types[step.type], touchPoints });
    }
  } finally {
    if (!touchscreens.has(cdp)) await cdp.send('Emulation.setTouchEmulationEnabled', { enabled: false });
  }
  return true;
}

/** Where the pen of a page is. */
const pens = new WeakMap();

/** A pen on the screen, by the same steps. */
async function pen({ steps }, session) {
  if (!hasDevtools(session)) return unsupported('Pen input', session);
  const cdp = await devtools(session);
  const types = { start: 'mousePressed', move: 'mouseMoved', end: 'mouseReleased' };
  for (const step of steps) {
    const { type, ms } = step;
    if (type === 'hold') {
      await new Promise((done) => setTimeout(done, ms));
      continue;
    }
    const { x, y } = { ...pens.get(cdp), ...step };
    pens.set(cdp, { x, y });
    const button = { button: 'left', buttons: type === 'end' ? 0 : 1, clickCount: type === 'move' ? 0 : 1 };
    await cdp.send('Input.dispatchMouseEvent', { type: types[type], x, y, ...button, pointerType: 'pen' });
  }
  return true;
}

async function media({ type, features }, session) {
  if (!hasDevtools(session)) return unsupported('Emulating media features', session);
  const cdp = await devtools(session);
  await cdp.send('Emulation.setEmulatedMedia', {
    media: type ?? '',
    features: Object.entries(features ?? {}).map(([name, value]) => ({ name, value })),
  });
  return true;
}

/** One key with its modifiers held, e.g. `['Shift', 'ArrowDown']`. */
async function chord({ keys }, session) {
  const held = keys.slice(0, -1);
  const last = keys.at(-1);
  // WebKit's driver gives this one a key that has no name, which no page can take for Tab.
  if (last === 'Tab' && held.includes('Shift') && session.browser.name === 'WebKitGTK')
    return unsupported('Shift+Tab', session);
  const { keyboard } = session.browser.getPage(session.id);
  for (const key of held) await keyboard.down(key);
  try {
    await keyboard.press(last);
  } finally {
    for (const key of held.reverse()) await keyboard.up(key);
  }
  return true;
}

const commands = {
  'crm-pen': pen,
  'crm-touch': touch,
  'crm-touchscreen': touchscreen,
  'crm-media': media,
  'crm-chord': chord,
};

export function inputPlugin() {
  return {
    name: 'crm-input',
    async executeCommand({ command, payload, session }) {
      return commands[command]?.(payload, session);
    },
  };
}
