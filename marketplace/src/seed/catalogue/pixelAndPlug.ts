// Demo shop: computers and small electronics from Korea.
import type { DemoShop } from "./demoShop.ts";

export const pixelAndPlug: DemoShop = {
  key: "pixel-and-plug",
  name: "Pixel & Plug",
  about:
    "Small electronics that do one thing well, from a lab above a noodle shop in Busan. Everything is tested for a day before it leaves, and the firmware is open.",
  country: "KR",
  emoji: "🔌",
  shipByDays: 2,
  releaseDays: 10,
  rewards: { name: "Plug Coins", symbol: "PLUG", earnBps: 1000 },
  products: [
    {
      title: "Mechanical keyboard, 75 %, quiet",
      category: "electronics",
      emoji: ["⌨️", "🌈"],
      usd: "118.00",
      stock: 64,
      text: "An aluminium body on soft gaskets, switches that can be pulled, keycaps that will not shine. Quiet enough for a library. Layouts for English, Korean and German are in the box.",
      facts: [
        ["Keys", "82"],
        ["Switches", "Silent linear, 45 g"],
        ["Connection", "USB-C, radio"],
      ],
    },
    {
      title: "Desk mouse for small hands",
      category: "electronics",
      emoji: ["🖱️", "✋"],
      usd: "39.00",
      stock: 88,
      text: "Most mice are made for large hands. This one is 98 mm long, weighs 62 g and has two quiet buttons. Charges by USB-C in an hour for a month.",
      facts: [
        ["Length", "98 mm"],
        ["Weight", "62 g"],
      ],
    },
    {
      title: "Instant camera, refillable",
      category: "electronics",
      emoji: ["📷", "🖼️"],
      usd: "134.00",
      stock: 27,
      text: "It prints on paper rolls that cost a few cents a picture, in greys that look older than they are. No account, no cloud: the picture exists once.",
      facts: [
        ["Print", "Thermal, 300 dpi"],
        ["Paper", "3 rolls included"],
      ],
    },
    {
      title: "Watch with a paper display",
      category: "electronics",
      emoji: ["⌚", "🔋"],
      usd: "89.00",
      stock: 53,
      text: "An e-paper watch that is read in sunlight and charged once a month. Steps, sleep, timers and your calendar, and nothing that asks for attention.",
      facts: [
        ["Battery", "30 days"],
        ["Water", "5 ATM"],
      ],
    },
    {
      title: "Pocket games console",
      category: "toys",
      emoji: ["🎮", "🕹️"],
      usd: "76.50",
      stock: 41,
      text: "Sixteen small games on a cartridge, written by people we know, and a slot for your own. A proper cross pad, four buttons, eight hours of play.",
      facts: [
        ["Games", "16"],
        ["Battery", "8 h"],
      ],
    },
    {
      title: "Robot kit for patient children",
      category: "toys",
      emoji: ["🤖", "🔧"],
      usd: "98.00",
      stock: 19,
      text: "Ninety parts, two motors, a sensor that sees lines. It is built in an afternoon and programmed with blocks or in Python for years. From ten years on.",
      facts: [
        ["Parts", "90"],
        ["Age", "10 and up"],
      ],
    },
    {
      title: "Power bank, 20,000 mAh",
      category: "electronics",
      emoji: ["🔋", "⚡"],
      usd: "45.90",
      stock: 150,
      text: "Charges a laptop at 65 W and shows how much is left in minutes, not in dots. The cells are named on the label, and can be replaced.",
      facts: [
        ["Capacity", "20,000 mAh, 72 Wh"],
        ["Output", "65 W USB-C"],
      ],
    },
    {
      title: "Lamp that follows the sun",
      category: "electronics",
      emoji: ["💡", "🌅"],
      usd: "62.00",
      stock: 72,
      text: "A desk lamp that is cool at noon and warm in the evening by itself. A knob overrules it. CRI 97, no flicker at any brightness.",
      facts: [
        ["Light", "900 lm, 2200-6000 K"],
        ["Colour", "CRI 97"],
      ],
    },
    {
      title: "Multi-plug with honest labels",
      category: "electronics",
      emoji: ["🔌", "🏷️"],
      usd: "29.50",
      stock: 210,
      text: "Six sockets that accept what the world plugs in, each with a switch and a paper label you write yourself. Surge protection that says when it is used up.",
      facts: [
        ["Sockets", "6"],
        ["Cable", "2 m"],
      ],
    },
  ],
};
