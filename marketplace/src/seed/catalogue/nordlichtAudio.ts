// Demo shop: sound and studio gear from Germany.
import type { DemoShop } from "./demoShop.ts";

export const nordlichtAudio: DemoShop = {
  key: "nordlicht-audio",
  name: "Nordlicht Audio",
  about:
    "Five people in a former print shop in Hamburg who build headphones and speakers, and sell the gear they trust beside them. Two years of guarantee, spare parts for ten.",
  country: "DE",
  emoji: "🎧",
  shipByDays: 2,
  releaseDays: 14,
  rewards: { name: "Nordlicht Credit", symbol: "NORD", earnBps: 200 },
  products: [
    {
      title: "Polar One over-ear headphones",
      category: "electronics",
      emoji: ["🎧", "🎵"],
      usd: "219.00",
      stock: 45,
      text: "Closed headphones with 40 mm drivers, tuned flat with a little warmth. Every part comes off with four screws: pads, cable, band. Thirty hours with the radio on, for ever with the cable.",
      facts: [
        ["Weight", "265 g"],
        ["Battery", "30 h"],
        ["Cable", "3.5 mm, 1.8 m"],
      ],
    },
    {
      title: "Kiel bookshelf speakers, pair",
      category: "electronics",
      emoji: ["🔊", "🎶"],
      usd: "448.00",
      stock: 16,
      text: "Two-way speakers in oiled oak, 13 cm bass driver, silk dome. They play well close to a wall, which is where most shelves are. Matched as a pair and measured; the sheet is in the box.",
      facts: [
        ["Size", "28 x 17 x 22 cm"],
        ["Impedance", "6 ohm"],
        ["Finish", "Oiled oak"],
      ],
    },
    {
      title: "Studio condenser microphone",
      category: "electronics",
      emoji: ["🎙️", "🎚️"],
      usd: "169.00",
      stock: 28,
      text: "A large capsule with a cardioid pattern, made for voices. Quiet enough for whispering, and with a switch for loud guitars. Spider mount and pop shield included.",
      facts: [
        ["Pattern", "Cardioid"],
        ["Noise", "8 dB(A)"],
        ["Connection", "XLR, 48 V"],
      ],
    },
    {
      title: "Kitchen radio with good manners",
      category: "electronics",
      emoji: ["📻", "🍳"],
      usd: "129.00",
      stock: 34,
      text: "One knob for the volume, one for the station, no app. FM, DAB+ and a socket for the telephone. It remembers where it was when the power comes back.",
      facts: [
        ["Reception", "FM, DAB+"],
        ["Power", "10 W"],
      ],
    },
    {
      title: "Travel keyboard, 49 keys",
      category: "electronics",
      emoji: ["🎹", "🎼"],
      usd: "238.00",
      stock: 20,
      text: "Light keys with proper springs, USB-C and MIDI, twelve sounds inside so that it plays without a computer. It fits into an aeroplane's locker; we tried.",
      facts: [
        ["Keys", "49, velocity"],
        ["Weight", "2.4 kg"],
      ],
    },
    {
      title: "Beginner's guitar with a course",
      category: "toys",
      emoji: ["🎸", "🎵"],
      usd: "159.00",
      stock: 22,
      text: "A small body with a short scale, set up in our workshop so that it does not hurt. With a strap, a tuner, three picks and twenty lessons on paper.",
      facts: [
        ["Scale", "580 mm"],
        ["Strings", "Nylon"],
      ],
    },
    {
      title: "Practice drum pad set",
      category: "toys",
      emoji: ["🥁", "🎧"],
      usd: "74.00",
      stock: 31,
      text: "Four pads on a folding frame and a pair of maple sticks. Quiet enough for a flat with neighbours, firm enough to learn real rebounds.",
      facts: [
        ["Pads", "4"],
        ["Noise", "about 45 dB"],
      ],
    },
    {
      title: "Film projector, restored",
      category: "electronics",
      emoji: ["📽️", "🎬"],
      usd: "389.00",
      stock: 2,
      text: "A Super 8 projector of the seventies, taken apart, cleaned, with a new belt and a new lamp. Two of them left. Each was test-run for eight hours with a film of the harbour.",
      facts: [
        ["Format", "Super 8"],
        ["Condition", "Restored"],
      ],
    },
  ],
};
