/** The frame of every screen: header, page, footer, phone navigation, and the hosts of dialogs. */
import { Anchor, Button, Container, EmptyState, Skeleton, Stack } from "@mantine/core";
import { IconCompassOff } from "@tabler/icons-react";
import { Suspense, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Link, matchPath, Route, Routes, useLocation, useNavigationType } from "react-router";
import { routes } from "../routes.tsx";
import { TxHost } from "../tx/TxHost.tsx";
import { WalletHost } from "../wallet/WalletHost.tsx";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { Footer } from "./Footer.tsx";
import { Header } from "./Header.tsx";
import { PhoneNav } from "./PhoneNav.tsx";
import classes from "./Shell.module.css";

export function Shell() {
  const { t } = useTranslation();
  return (
    <>
      <a href="#content" className="visually-hidden-focusable">
        {t("skipToContent")}
      </a>
      <Header />
      <main id="content" className={classes.main} tabIndex={-1}>
        <Container size="var(--cm-page-width)">
          <Page />
        </Container>
      </main>
      <Footer />
      <PhoneNav />
      <WalletHost />
      <TxHost />
    </>
  );
}

function Page() {
  const { pathname } = useLocation();
  useScrollToTop(pathname);
  return (
    <ErrorBoundary key={areaOf(pathname) ?? pathname} resetKey={pathname}>
      <Suspense fallback={<PageSkeleton />}>
        <Routes>
          {routes.map((route) => (
            <Route key={route.path} path={route.path} element={route.element} />
          ))}
          <Route path="*" element={<NotFound />} />
        </Routes>
      </Suspense>
    </ErrorBoundary>
  );
}

/** An area (a route that ends in a star) keeps its frame, and with it the focus, from page to page. */
function areaOf(pathname: string): string | undefined {
  return routes.find(({ path }) => path.endsWith("/*") && matchPath(path, pathname))?.path;
}

function PageSkeleton() {
  return (
    <Stack py="lg" aria-busy="true" mih="70vh">
      <Skeleton height={32} width="40%" />
      <Skeleton height={200} />
      <Skeleton height={200} />
    </Stack>
  );
}

function NotFound() {
  const { t } = useTranslation();
  return (
    <EmptyState
      py={96}
      variant="light"
      icon={<IconCompassOff aria-hidden />}
      title={<h1 style={{ font: "inherit", margin: 0 }}>{t("notFound.title")}</h1>}
      description={t("notFound.text")}
    >
      <EmptyState.Actions>
        <Button component={Link} to="/">
          {t("notFound.action")}
        </Button>
        <Anchor component={Link} to="/explorer">
          {t("nav.explorer")}
        </Anchor>
      </EmptyState.Actions>
    </EmptyState>
  );
}

/** A new page starts at its top; going back keeps the browser's own position. */
function useScrollToTop(pathname: string): void {
  const kind = useNavigationType();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is what makes it a new page
  useEffect(() => {
    if (kind !== "POP") window.scrollTo(0, 0);
  }, [pathname, kind]);
}
