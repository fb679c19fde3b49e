export interface FoundBrowser {
  name: 'chromium' | 'firefox' | 'webkit';
  /** The program, where it was found. */
  path?: string;
  via?: string;
  driver?: string;
  /** Why it cannot be used, where it was not. */
  missing?: string;
}
export const args: string[];
export function findBrowser(): Promise<{ executablePath: string; via: string }>;
export function findBrowsers(): Promise<FoundBrowser[]>;
