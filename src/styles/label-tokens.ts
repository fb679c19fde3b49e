import { css } from 'lit';

/** The ten label colours: text on background at least 4.5:1 in both schemes. Theirs on purpose. */
export const labelTokens = css`
  :host {
    --crm-label-blue-bg: light-dark(oklch(0.945 0.035 255), oklch(0.32 0.07 258)); --crm-label-blue-fg: light-dark(oklch(0.43 0.15 260), oklch(0.87 0.065 255));
    --crm-label-brown-bg: light-dark(oklch(0.915 0.028 62), oklch(0.335 0.04 58)); --crm-label-brown-fg: light-dark(oklch(0.4 0.065 52), oklch(0.865 0.045 65));
    --crm-label-dark-gray-bg: light-dark(oklch(0.42 0.012 265), oklch(0.8 0.008 265)); --crm-label-dark-gray-fg: light-dark(oklch(0.985 0 0), oklch(0.23 0.01 265));
    --crm-label-gray-bg: light-dark(oklch(0.935 0.005 265), oklch(0.345 0.008 265)); --crm-label-gray-fg: light-dark(oklch(0.42 0.012 265), oklch(0.89 0.004 265));
    --crm-label-green-bg: light-dark(oklch(0.945 0.05 155), oklch(0.315 0.06 155)); --crm-label-green-fg: light-dark(oklch(0.42 0.105 155), oklch(0.87 0.095 155));
    --crm-label-orange-bg: light-dark(oklch(0.94 0.055 62), oklch(0.35 0.075 48)); --crm-label-orange-fg: light-dark(oklch(0.465 0.13 45), oklch(0.87 0.085 62));
    --crm-label-pink-bg: light-dark(oklch(0.94 0.038 348), oklch(0.335 0.085 350)); --crm-label-pink-fg: light-dark(oklch(0.46 0.165 355), oklch(0.87 0.075 348));
    --crm-label-purple-bg: light-dark(oklch(0.94 0.038 305), oklch(0.33 0.085 303)); --crm-label-purple-fg: light-dark(oklch(0.44 0.17 303), oklch(0.87 0.07 305));
    --crm-label-red-bg: light-dark(oklch(0.935 0.04 22), oklch(0.335 0.09 24)); --crm-label-red-fg: light-dark(oklch(0.46 0.17 26), oklch(0.87 0.072 22));
    --crm-label-yellow-bg: light-dark(oklch(0.955 0.085 98), oklch(0.345 0.06 92)); --crm-label-yellow-fg: light-dark(oklch(0.43 0.088 88), oklch(0.89 0.115 97));
  }
`;
