import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Id } from '../../domain/records.js';
import { avatar } from '../../shared/avatar.js';
import type { DetailModel } from '../../shared/detail/model.js';
import type { Values } from '../../shared/detail/values.js';
import { icon } from '../../shared/icon.js';
import * as icons from '../../shared/icons.js';
import type { Menu, MenuItem } from '../../shared/menu.js';
import { dealWords } from './words.js';

/** Faces that are shown beside each other; the others are a number. */
const MOST = 4;

/** Whose deal it is, and who follows it: their faces, and the menu in which both are chosen. */
export function faces(model: DetailModel, values: Values, menu: Menu): TemplateResult {
  const { deal } = model;
  if (!deal) return html``;
  const own = dealWords(model);
  const followers = followersOf(model);
  const names = followers.map((id) => model.userName(id));
  const said = own.faces(model.userName(deal.ownerId) || own.nobody, names);
  const all = [...new Set([...(deal.ownerId === null ? [] : [deal.ownerId]), ...followers])];
  const shown = all.length > MOST ? all.slice(0, MOST - 1) : all;
  const open = (event: Event): void => openFaces(event.currentTarget as HTMLElement, model, values, menu);
  return html`<button type="button" class="faces" data-act="faces" aria-haspopup="menu" title=${said} @click=${open}
    ><span class="sr">${said}</span>${shown.map((id) => html`<span aria-hidden="true">${avatar(model.userName(id), id)}</span>`)}${
      all.length > shown.length
        ? html`<span class="avatar rest" aria-hidden="true">${own.more(all.length - shown.length)}</span>`
        : nothing
    }${all.length === 0 ? icon(icons.person) : nothing}</button>`;
}

/** The menu of owner and followers. */
function openFaces(anchor: HTMLElement, model: DetailModel, values: Values, menu: Menu): void {
  menu.open(anchor, () => {
    const { common } = model.t;
    const { followers } = dealWords(model);
    return {
      label: followers,
      align: 'end',
      items: () => items(model, values),
      ...(userIds(model).length > 6 && { filter: common.findOf(followers) }),
      nothing: common.nothingFound,
    };
  });
}

/** Among all that can be done with the deal: what the faces lead to, where there is no room for them, and to follow it oneself. */
export function followItems(model: DetailModel, values: Values, menu: Menu, anchor: HTMLElement): readonly MenuItem[] {
  const own = dealWords(model);
  const disabled = model.why('deals-follow');
  const me = model.store?.settings.user.id ?? '';
  return [
    {
      id: 'follow',
      label: followersOf(model).includes(me) ? own.unfollow : own.follow,
      icon: icons.person,
      disabled,
      run: () => follow(model, me),
    },
    {
      id: 'followers',
      label: own.followers,
      icon: icons.people,
      disabled,
      run: () => openFaces(anchor, model, values, menu),
    },
  ];
}

/** Who follows it: those who are still there. */
function followersOf(model: DetailModel): readonly Id[] {
  return (model.deal?.followerIds ?? []).filter((id) => model.store?.directory.user(id));
}

/** One begins to follow it, or follows it no longer. */
function follow(model: DetailModel, id: Id): void {
  const { deal } = model;
  if (!deal) return;
  const follows = (deal.followerIds ?? []).includes(id);
  void model.run('deals-follow', { ids: [deal.id], add: follows ? [] : [id], remove: follows ? [id] : [] }, true);
}

function userIds(model: DetailModel): readonly Id[] {
  const followers = followersOf(model);
  const users = model.store?.directory.users ?? [];
  return users.filter(({ id, active }) => active || followers.includes(id)).map(({ id }) => id);
}

function items(model: DetailModel, values: Values): readonly MenuItem[] {
  const { deal, t } = model;
  const own = dealWords(model);
  const noOwner = model.why('deals-assign');
  const noFollowing = model.why('deals-follow');
  const followers = followersOf(model);
  return [
    { head: t.common.owner },
    ...values
      .owners(deal?.ownerId ?? null)
      .filter((item) => item !== 'separator')
      .map((item): MenuItem => ('head' in item ? item : { ...item, disabled: noOwner })),
    { head: own.followers },
    ...userIds(model).map((id): MenuItem => ({
      id: `follower-${id}`,
      label: model.userName(id),
      lead: avatar(model.userName(id), id, { small: true }),
      checked: followers.includes(id),
      disabled: noFollowing,
      run: () => follow(model, id),
    })),
  ];
}
