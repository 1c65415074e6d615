// The shop's six aisles. The ids are part of listing documents and of addresses; names are translated in the web app.
// No imports: the web app bundles this file.

export const CATEGORIES = ["food", "electronics", "fashion", "home", "outdoors", "toys"] as const;
export type Category = (typeof CATEGORIES)[number];
