/**
 * The frame of a work area (seller centre, gateway, explorer…): its links on the left, on a phone in a row that
 * scrolls, and the current page beside them. The page itself brings its heading (components/Page.tsx).
 */
import { Badge, Box, Flex, NavLink, ScrollArea, Stack, Text } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import { Link, useLocation } from "react-router";
import classes from "./SectionLayout.module.css";

export interface SectionLink {
  to: string;
  label: string;
  icon: ReactNode;
  /** Also current on pages beneath `to`. */
  isPrefix?: boolean;
  count?: number;
}

interface SectionLayoutProps {
  label: string;
  links: SectionLink[];
  /** Above the links: a switch of shop or mode. */
  top?: ReactNode;
  children: ReactNode;
}

export function SectionLayout({ label, links, top, children }: SectionLayoutProps) {
  const { pathname } = useLocation();
  const list = useRef<HTMLDivElement>(null);
  // On a phone the row of links may begin with others: bring the current one into sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path decides which link is current
  useEffect(() => {
    list.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [pathname]);
  const isCurrent = (link: SectionLink) =>
    pathname === link.to || (link.isPrefix === true && pathname.startsWith(`${link.to}/`));
  return (
    <Flex direction={{ base: "column", md: "row" }} gap={{ base: 0, md: "xl" }} align="stretch">
      <Box
        component="aside"
        className={classes.aside}
        w={{ base: "100%", md: 208 }}
        py={{ base: "sm", md: "lg" }}
      >
        <Stack gap="sm">
          <Text fz="xs" fw={650} c="dimmed" tt="uppercase" lts="0.04em" px="sm" visibleFrom="md">
            {label}
          </Text>
          {top}
          <nav aria-label={label}>
            <ScrollArea type="never" className={classes.scroller}>
              <div className={classes.links} ref={list}>
                {links.map((link) => (
                  <NavLink
                    key={link.to}
                    component={Link}
                    to={link.to}
                    label={link.label}
                    leftSection={link.icon}
                    rightSection={
                      link.count ? (
                        <Badge size="sm" circle={link.count < 10}>
                          {link.count}
                        </Badge>
                      ) : null
                    }
                    active={isCurrent(link)}
                    aria-current={isCurrent(link) ? "page" : undefined}
                    className={classes.link}
                  />
                ))}
              </div>
            </ScrollArea>
          </nav>
        </Stack>
      </Box>
      <Box flex={1} miw={0} className={classes.content}>
        {children}
      </Box>
    </Flex>
  );
}
