import { box, button, section } from './page.js';
import type { Service } from './service.js';

/** Lets a visitor of the demo make the service misbehave. */
export function serviceDesk(at: HTMLElement, service: Service): void {
  const said = document.createElement('p');
  said.setAttribute('role', 'status');
  at.append(
    section('The service', [
      box('Refuse to delete anything (403)', (on) => (service.mood.keepsAll = on)),
      button('Fail the next three calls (503)', () => {
        service.mood.failing = 3;
        said.textContent = 'The next three calls will fail.';
      }),
      button('Answer the next write after 8 seconds', () => {
        service.mood.late = 8000;
        said.textContent = 'The next write will be stored at once and answered late.';
      }),
      said,
    ]),
  );
}
