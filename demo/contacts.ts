/**
 * A page of persons and organizations over the same storage. Whoever is open stands in the page's address, so that it can be
 * kept as a bookmark and sent to a colleague: `contacts.html#person=…`.
 */
import '../src/define.js';
import { deskOf } from './desk.js';

const provider = document.querySelector('crm-provider')!;
deskOf(provider);

function fromAddress(): void {
  const [kind, id] = location.hash.slice(1).split('=');
  if ((kind !== 'person' && kind !== 'organization') || !id) return;
  provider.current = { ...provider.current, person: null, organization: null, [kind]: decodeURIComponent(id) };
  document.querySelector<HTMLElement>('#contact')!.hidden = false;
}
fromAddress();
addEventListener('hashchange', fromAddress);

document.addEventListener('contact-open', (event) => {
  const { kind, id } = event.detail;
  history.replaceState(null, '', id === null ? location.pathname : `#${kind}=${encodeURIComponent(id)}`);
});
