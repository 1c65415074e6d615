// What a demo shop and its products look like. Prices are in US dollars; pictures are emoji that are composed into
// product pictures: the first is the product, the second a companion on the other pictures.
import type { Category } from "../../api/schema/categories.ts";

export type DemoProduct = {
  title: string;
  category: Category;
  emoji: readonly [string, string];
  usd: string;
  stock: number;
  text: string;
  facts: readonly (readonly [string, string])[];
};

export type DemoShop = {
  /** names the key file */
  key: string;
  name: string;
  about: string;
  country: string;
  emoji: string;
  shipByDays: number;
  releaseDays: number;
  /** reward programme: token name, symbol, payback; null without one */
  rewards: { name: string; symbol: string; earnBps: number } | null;
  products: readonly DemoProduct[];
};
