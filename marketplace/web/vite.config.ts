/**
 * Builds the web app into marketplace/dist/web, which the marketplace API serves.
 * The dev server hands API, media, gateway and RPC calls to a running marketplace (MARKETPLACE_URL).
 */
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const marketplaceUrl = process.env.MARKETPLACE_URL ?? "http://127.0.0.1:3000";
const proxy = Object.fromEntries(
  ["/api", "/media", "/gateway", "/rpc"].map((path) => [
    path,
    { target: marketplaceUrl, changeOrigin: true, headers: { origin: marketplaceUrl } },
  ]),
);

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: { outDir: "../dist/web", emptyOutDir: true, target: "es2022", manifest: true },
  server: { host: "127.0.0.1", port: 5173, proxy },
  preview: { host: "127.0.0.1", port: 4173, proxy },
});
