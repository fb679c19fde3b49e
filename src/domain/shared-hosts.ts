/** Hosts under which many people, or companies, have their address: the same one says nothing of who they are. */
const hosts =
  // Mail for anybody.
  'gmail.com googlemail.com outlook.com hotmail.com hotmail.com.tr hotmail.de live.com msn.com yahoo.com yahoo.com.tr yahoo.de ymail.com ' +
  'icloud.com me.com mac.com aol.com gmx.de gmx.net gmx.at gmx.com web.de t-online.de freenet.de mail.com mail.ru yandex.com ' +
  'yandex.ru yandex.com.tr mynet.com ttmail.com superonline.com proton.me protonmail.com zoho.com fastmail.com hey.com qq.com 163.com ' +
  '126.com naver.com orange.fr wanadoo.fr free.fr laposte.net libero.it virgilio.it seznam.cz wp.pl o2.pl onet.pl ' +
  // Pages for anybody.
  'facebook.com instagram.com linkedin.com tr.linkedin.com x.com twitter.com youtube.com tiktok.com pinterest.com xing.com ' +
  'sites.google.com maps.google.com goo.gl g.page linktr.ee etsy.com amazon.com ebay.com sahibinden.com trendyol.com hepsiburada.com ' +
  'github.com medium.com wa.me t.me bit.ly';

const shared: ReadonlySet<string> = new Set(hosts.split(' '));

/** @param host without `www.` */
export function isSharedHost(host: string): boolean {
  return shared.has(host);
}
