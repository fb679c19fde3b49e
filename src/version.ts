/** Version of this copy of the kit, the same as in package.json (a test holds them together). */
export const version = '0.1.0';
