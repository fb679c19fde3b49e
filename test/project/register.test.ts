import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test, type TestContext } from 'node:test';
import { register } from '../../src/define/register.js';
import { version } from '../../src/version.js';

/** A registry as strict as a browser's: a name twice throws, and so does a class twice. */
class StrictRegistry {
  readonly names = new Map<string, unknown>();
  get(tag: string): unknown {
    return this.names.get(tag);
  }
  define(tag: string, element: unknown): void {
    if (this.names.has(tag)) throw new DOMException(`"${tag}" has been defined`, 'NotSupportedError');
    if ([...this.names.values()].includes(element)) throw new DOMException('constructor used', 'NotSupportedError');
    this.names.set(tag, element);
  }
}

const registry = (): CustomElementRegistry => new StrictRegistry() as unknown as CustomElementRegistry;
const element = (): CustomElementConstructor => class {} as unknown as CustomElementConstructor;
const quiet = (t: TestContext) => t.mock.method(console, 'warn', () => undefined).mock;
/** What warns comes when there is something to warn of; what is said meanwhile is not missed. */
async function said(warnings: { callCount(): number }): Promise<void> {
  await import('../../src/define/skipped.js');
  for (let turn = 0; turn < 50 && warnings.callCount() === 0; turn++) await new Promise((next) => setImmediate(next));
}

describe('register', () => {
  test('defines in the order given and says nothing', async (t) => {
    const warnings = quiet(t);
    const names = new StrictRegistry();
    const skipped = register(
      '1.0.0',
      [
        ['crm-provider', element()],
        ['lead-inbox', element()],
      ],
      names as unknown as CustomElementRegistry,
    );
    assert.deepEqual([...names.names.keys()], ['crm-provider', 'lead-inbox']);
    assert.deepEqual(skipped, []);
    await said(warnings);
    assert.equal(warnings.callCount(), 0);
  });

  test('a second copy of the kit keeps the first, warns once with both versions, and does not throw', async (t) => {
    const warnings = quiet(t);
    const shared = registry();
    const first = element();
    register('1.0.0', [['lead-inbox', first]], shared);
    const skipped = register(
      '1.1.0',
      [
        ['lead-inbox', element()],
        ['lead-detail', element()],
      ],
      shared,
    );
    assert.equal(shared.get('lead-inbox'), first);
    assert.ok(shared.get('lead-detail'), 'the rest is registered all the same');
    assert.deepEqual(skipped, ['lead-inbox']);
    await said(warnings);
    assert.equal(warnings.callCount(), 1);
    assert.match(String(warnings.calls[0]?.arguments[0]), /1\.1\.0.*<lead-inbox>.*1\.0\.0/);
  });

  test('a name that a host took for itself stays the host’s', async (t) => {
    const warnings = quiet(t);
    const shared = registry();
    const own = element();
    shared.define('lead-inbox', own);
    assert.deepEqual(register('1.0.0', [['lead-inbox', element()]], shared), ['lead-inbox']);
    assert.equal(shared.get('lead-inbox'), own);
    await said(warnings);
    assert.match(String(warnings.calls[0]?.arguments[0]), /not this kit/);
  });

  test('the same class again is no news', async (t) => {
    const warnings = quiet(t);
    const shared = registry();
    const inbox = element();
    register('1.0.0', [['lead-inbox', inbox]], shared);
    assert.deepEqual(register('1.0.0', [['lead-inbox', inbox]], shared), []);
    await said(warnings);
    assert.equal(warnings.callCount(), 0);
  });

  test('a class that has another name already is told, not thrown', async (t) => {
    const warnings = quiet(t);
    const shared = registry();
    const inbox = element();
    shared.define('acme-inbox', inbox);
    assert.deepEqual(register('1.0.0', [['lead-inbox', inbox]], shared), ['lead-inbox']);
    await said(warnings);
    assert.match(String(warnings.calls[0]?.arguments[0]), /constructor used/);
  });

  test('does nothing where there is no registry, as on a server', () => {
    assert.deepEqual(register('1.0.0', [['lead-inbox', element()]], undefined), []);
  });
});

test('the version in the code is that of the package', () => {
  const url = new URL('../../package.json', import.meta.url);
  const manifest = JSON.parse(readFileSync(url, 'utf8')) as { version: string };
  assert.equal(version, manifest.version);
});
