/** When the page goes to sleep, comes back, or is looked at again. Listeners are there only while the adapter is open. */
export interface PageLife {
  /** The page may be kept for the back button: let go of what would keep it from that. */
  readonly onHide: () => void;
  readonly onShow: () => void;
  readonly onLook: () => void;
}

/** Begins to listen; answers with the way to stop. Without a window (a worker, a test in node) there is nothing to hear. */
export function followPage({ onHide, onShow, onLook }: PageLife): () => void {
  if (typeof window === 'undefined') return () => undefined;
  const seen = (): void => {
    if (document.visibilityState === 'visible') onLook();
  };
  window.addEventListener('pagehide', onHide);
  window.addEventListener('pageshow', onShow);
  window.addEventListener('focus', onLook);
  document.addEventListener('visibilitychange', seen);
  return () => {
    window.removeEventListener('pagehide', onHide);
    window.removeEventListener('pageshow', onShow);
    window.removeEventListener('focus', onLook);
    document.removeEventListener('visibilitychange', seen);
  };
}
