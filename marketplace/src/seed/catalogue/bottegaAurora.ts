// Demo shop: a small Italian house of leather, knitwear and pantry goods.
import type { DemoShop } from "./demoShop.ts";

export const bottegaAurora: DemoShop = {
  key: "bottega-aurora",
  name: "Bottega Aurora",
  about:
    "Three rooms in the old town of Lucca: leather at the front, knitwear upstairs, and a pantry of oil, cheese and pasta at the back. We make small numbers and repair what we sold.",
  country: "IT",
  emoji: "👜",
  shipByDays: 5,
  releaseDays: 14,
  rewards: { name: "Aurora Stelle", symbol: "STELLA", earnBps: 300 },
  products: [
    {
      title: "Leather shoulder bag, cognac",
      category: "fashion",
      emoji: ["👜", "🧵"],
      usd: "189.00",
      stock: 12,
      text: "Vegetable-tanned cowhide from the Arno valley, cut and stitched in our front room. One large pocket, one small with a zip. The colour deepens within a year of wearing.",
      facts: [
        ["Size", "28 x 22 x 9 cm"],
        ["Leather", "Vegetable-tanned"],
        ["Made in", "Lucca"],
      ],
    },
    {
      title: "Merino scarf, rust and cream",
      category: "fashion",
      emoji: ["🧣", "🐑"],
      usd: "58.00",
      stock: 40,
      text: "Knitted double from fine merino, so that it has no wrong side. Long enough to wrap twice. It does not itch; we asked a great many children.",
      facts: [
        ["Size", "190 x 30 cm"],
        ["Material", "100 % merino"],
      ],
    },
    {
      title: "Linen summer dress, midnight blue",
      category: "fashion",
      emoji: ["👗", "🌙"],
      usd: "124.00",
      stock: 18,
      text: "Washed linen that needs no iron. Pockets on both sides, deep enough for a telephone and a peach. Cut wide at the hem, sizes from 36 to 46: write yours in the note.",
      facts: [
        ["Material", "100 % linen"],
        ["Sizes", "36-46"],
        ["Care", "Wash at 40 degrees"],
      ],
    },
    {
      title: "Silk tie, small dots",
      category: "fashion",
      emoji: ["👔", "🎩"],
      usd: "64.00",
      stock: 25,
      text: "Printed silk, folded seven times and closed with a single thread, as ties were made before machines. Wide enough for a proper knot, light enough to forget.",
      facts: [
        ["Width", "8 cm"],
        ["Material", "Silk"],
      ],
    },
    {
      title: "Straw hat with a wide brim",
      category: "fashion",
      emoji: ["👒", "🌞"],
      usd: "47.50",
      stock: 30,
      text: "Plaited in Signa, where hats have been plaited for three hundred years. It can be rolled into a suitcase and comes back with a little steam.",
      facts: [
        ["Brim", "10 cm"],
        ["Material", "Wheat straw"],
      ],
    },
    {
      title: "Extra virgin olive oil, new harvest, 750 ml",
      category: "food",
      emoji: ["🫒", "🍶"],
      usd: "27.00",
      stock: 95,
      text: "Frantoio and Leccino, picked by hand in October and pressed the same night. Green, peppery, a little bitter at the end. Dark glass, so that it stays so.",
      facts: [
        ["Volume", "750 ml"],
        ["Acidity", "0.2 %"],
      ],
    },
    {
      title: "Pecorino aged nine months, 800 g",
      category: "food",
      emoji: ["🧀", "🍷"],
      usd: "31.50",
      stock: 26,
      text: "Raw sheep's milk from the hills behind us, aged on spruce boards. Crumbly, sweet at first and sharp later. It travels in wax paper and a cool box.",
      facts: [
        ["Weight", "about 800 g"],
        ["Allergens", "Milk"],
      ],
    },
    {
      title: "Bronze-cut spaghetti, box of six",
      category: "food",
      emoji: ["🍝", "🍅"],
      usd: "19.80",
      stock: 110,
      text: "Tuscan wheat, drawn through bronze and dried for thirty hours below 45 degrees. The rough surface holds the sauce. Six packets of 500 g.",
      facts: [
        ["Weight", "6 x 500 g"],
        ["Cooking time", "11 minutes"],
      ],
    },
  ],
};
