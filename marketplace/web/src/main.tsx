/** Starts the web app: texts, then providers, then the shell with its routes. */
import "@mantine/core/styles.layer.css";
import "@fontsource-variable/inter/wght.css";
import "./global.css";
import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { lazy, StrictMode, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { BrowserRouter } from "react-router";
import { queryClient } from "./api/queryClient.ts";
import { startI18n } from "./i18n/i18n.ts";
import { Shell } from "./shell/Shell.tsx";
import { cssVariables, theme } from "./theme.ts";

const Toasts = lazy(() => import("./shell/Toasts.tsx"));

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");

await startI18n();

createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <BrowserRouter>
          <Shell />
          <Suspense fallback={null}>
            <Toasts />
          </Suspense>
        </BrowserRouter>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
