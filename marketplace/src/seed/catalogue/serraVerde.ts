// Demo shop: a coffee farm that sells its own roast.
import type { DemoShop } from "./demoShop.ts";

export const serraVerde: DemoShop = {
  key: "serra-verde",
  name: "Serra Verde",
  about:
    "A family farm at 1,150 metres in the south of Minas Gerais. We grow, dry and roast our own coffee, and send what our neighbours make: honey, cocoa, nuts. Parcels leave on Tuesdays and Fridays.",
  country: "BR",
  emoji: "☕",
  shipByDays: 3,
  releaseDays: 14,
  rewards: { name: "Serra Verde Beans", symbol: "BEAN", earnBps: 500 },
  products: [
    {
      title: "Yellow Bourbon, washed, 250 g",
      category: "food",
      emoji: ["☕", "🫘"],
      usd: "14.50",
      stock: 180,
      text: "Our best lot of the year. Picked ripe in June, washed and dried on raised beds for two weeks. In the cup: apricot, milk chocolate, a clean finish. Roasted for filter on the day before it leaves.",
      facts: [
        ["Roast", "Light"],
        ["Altitude", "1,150 m"],
        ["Weight", "250 g"],
      ],
    },
    {
      title: "Espresso Serra, whole beans, 1 kg",
      category: "food",
      emoji: ["🫘", "☕"],
      usd: "32.00",
      stock: 120,
      text: "The blend we drink ourselves: three parts natural Catuaí, one part washed Bourbon. Thick crema, dark sugar and hazelnut, little acidity. Forgiving on small home machines.",
      facts: [
        ["Roast", "Medium"],
        ["Weight", "1 kg"],
        ["Best within", "8 weeks of roasting"],
      ],
    },
    {
      title: "Wild forest honey, 450 g",
      category: "food",
      emoji: ["🍯", "🌼"],
      usd: "11.90",
      stock: 60,
      text: "From hives at the edge of the coffee, where the bees find eucalyptus and wild orange. Never heated, only sieved; it will turn solid in winter, as honey should.",
      facts: [
        ["Weight", "450 g"],
        ["Harvest", "April"],
      ],
    },
    {
      title: "Dark chocolate 72 %, set of five bars",
      category: "food",
      emoji: ["🍫", "🌰"],
      usd: "24.00",
      stock: 90,
      text: "Made by our neighbour from the cocoa of two farms in Bahia. Only cocoa and sugar, ground for three days. Five bars of 80 g, each wrapped by hand.",
      facts: [
        ["Weight", "5 x 80 g"],
        ["Contains", "Cocoa, sugar"],
      ],
    },
    {
      title: "Roasted Brazil nuts, 500 g",
      category: "food",
      emoji: ["🥜", "🌰"],
      usd: "16.20",
      stock: 75,
      text: "Bought from a cooperative of gatherers who keep the forest standing. Roasted slowly in their skins, lightly salted, packed in a tin that can be closed again.",
      facts: [
        ["Weight", "500 g"],
        ["Allergens", "Nuts"],
      ],
    },
    {
      title: "Yerba mate, smoke-free, 1 kg",
      category: "food",
      emoji: ["🧉", "🍃"],
      usd: "13.40",
      stock: 140,
      text: "Air-dried leaves, aged twelve months, with little dust and few stems. Mild enough for a first gourd, and it holds a litre of water before it tires.",
      facts: [
        ["Weight", "1 kg"],
        ["Aged", "12 months"],
      ],
    },
    {
      title: "Enamel camp mug, 350 ml",
      category: "home",
      emoji: ["☕", "🏕️"],
      usd: "9.80",
      stock: 200,
      text: "The mug of our drying yard: steel with two coats of cream enamel and a green rim. It survives falls and open fires, and keeps its chips with pride.",
      facts: [
        ["Volume", "350 ml"],
        ["Care", "Dishwasher safe"],
      ],
    },
    {
      title: "Pour-over kit for two",
      category: "home",
      emoji: ["🫖", "☕"],
      usd: "46.00",
      stock: 35,
      text: "A ceramic cone, a 600 ml glass server, forty paper filters and a wooden scoop that measures 12 g. Everything a slow morning needs but the water.",
      facts: [
        ["Server", "600 ml"],
        ["Filters", "40 included"],
      ],
    },
  ],
};
