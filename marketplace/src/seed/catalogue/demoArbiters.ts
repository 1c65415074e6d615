// The demo arbiters. The second and third also stand in the fallback pool.
export type DemoArbiter = {
  key: string;
  name: string;
  about: string;
  languages: readonly string[];
  feeBps: number;
  isFallback: boolean;
};

export const demoArbiters: readonly DemoArbiter[] = [
  {
    key: "fair-harbour",
    name: "Fair Harbour Mediation",
    about:
      "Three former customs officers who read every page. We ask both sides once, look at the pictures, and rule within two days.",
    languages: ["en", "de", "pt"],
    feeBps: 200,
    isFallback: false,
  },
  {
    key: "han-river",
    name: "Han River Arbitration",
    about: "Consumer disputes in Korean, English and Chinese. Plain words, reasons in writing, no surprises.",
    languages: ["ko", "en", "zh"],
    feeBps: 150,
    isFallback: true,
  },
  {
    key: "two-oaks",
    name: "Two Oaks",
    about:
      "A quiet pair who arbitrate sales of made things: furniture, instruments, clothes. We know how they break.",
    languages: ["en", "it", "ja"],
    feeBps: 250,
    isFallback: true,
  },
];
