/**
 * The cart: listing ids and quantities, kept on this device and in step across tabs. Prices and terms are fetched
 * when they are shown, so that nobody pays by an old page.
 */
import { createPersistentStore, useStore } from "../../persistentStore.ts";

export interface CartLine {
  listingId: string;
  quantity: number;
}

const MAX_QUANTITY = 9999;

export const cartStore = createPersistentStore<CartLine[]>("cm.cart", []);

export function useCart(): CartLine[] {
  return useStore(cartStore);
}

export function useCartCount(): number {
  return useCart().reduce((sum, line) => sum + line.quantity, 0);
}

export function addToCart(listingId: string, quantity: number): void {
  const current = cartStore.get().find((line) => line.listingId === listingId)?.quantity ?? 0;
  setQuantity(listingId, current + quantity);
}

/** 0 removes the line. */
export function setQuantity(listingId: string, quantity: number): void {
  const count = Math.min(MAX_QUANTITY, Math.max(0, Math.floor(quantity)));
  cartStore.set((lines) => {
    const isThere = lines.some((line) => line.listingId === listingId);
    if (count === 0) return lines.filter((line) => line.listingId !== listingId);
    if (!isThere) return [...lines, { listingId, quantity: count }];
    return lines.map((line) => (line.listingId === listingId ? { listingId, quantity: count } : line));
  });
}

export function removeFromCart(listingIds: readonly string[]): void {
  cartStore.set((lines) => lines.filter((line) => !listingIds.includes(line.listingId)));
}
