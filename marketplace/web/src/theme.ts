/**
 * The design system: one accent ("jade"), cool greys, an 8-px grid, Inter. Everything else is Mantine's.
 * Shades are chosen for AA: white on jade-7 is 5.2:1, dimmed text is at least 5:1 in both schemes.
 */
import { type CSSVariablesResolver, createTheme } from "@mantine/core";

export const theme = createTheme({
  primaryColor: "jade",
  primaryShade: { light: 7, dark: 7 },
  colors: {
    jade: [
      "#f0fbf7",
      "#daf5ec",
      "#b0e8d7",
      "#7fd9c0",
      "#50c6a9",
      "#27b094",
      "#12957c",
      "#0b7a68",
      "#096355",
      "#074f45",
    ],
    gray: [
      "#f7f8f9",
      "#eff1f3",
      "#e5e8eb",
      "#d8dce1",
      "#c3c9d0",
      "#8a929c",
      "#5b6470",
      "#454c56",
      "#2e343c",
      "#1a1f25",
    ],
    dark: [
      "#e6e9ec",
      "#c3c8ce",
      "#a3aab3",
      "#808893",
      "#3d454f",
      "#2c333b",
      "#1e242a",
      "#14181d",
      "#0f1216",
      "#0a0c0f",
    ],
  },
  black: "#14181d",
  fontFamily: "'Inter Variable', -apple-system, 'Segoe UI', 'Noto Sans', 'Noto Sans CJK SC', sans-serif",
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, Consolas, monospace",
  headings: {
    fontWeight: "650",
    textWrap: "balance",
    sizes: {
      h1: { fontSize: "1.75rem", lineHeight: "1.25" },
      h2: { fontSize: "1.25rem", lineHeight: "1.35" },
      h3: { fontSize: "1rem", lineHeight: "1.5" },
    },
  },
  spacing: { xs: "8px", sm: "12px", md: "16px", lg: "24px", xl: "32px" },
  radius: { xs: "4px", sm: "6px", md: "10px", lg: "14px", xl: "20px" },
  defaultRadius: "md",
  cursorType: "pointer",
  respectReducedMotion: true,
  shadows: {
    xs: "0 1px 2px rgb(20 24 29 / 6%)",
    sm: "0 1px 3px rgb(20 24 29 / 8%), 0 4px 12px rgb(20 24 29 / 5%)",
    md: "0 2px 6px rgb(20 24 29 / 8%), 0 12px 32px rgb(20 24 29 / 10%)",
  },
  // Plain objects: importing the components here would load them all with the first page.
  components: {
    Badge: {
      defaultProps: { variant: "light", radius: "sm" },
      styles: { label: { textTransform: "none", fontWeight: 550 } },
    },
    Button: { styles: { label: { fontWeight: 550 } } },
    Card: { defaultProps: { withBorder: true, radius: "lg", padding: "lg" } },
    // Its placeholder takes the focus between role="menu" and the items, which screen readers may not skip.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Paper: { defaultProps: { radius: "lg" } },
    DataList: { styles: { item: { alignItems: "center" } } },
    // A dialog's header is no landmark of the page.
    Drawer: { defaultProps: { attributes: { header: { role: "none" } } } },
    Modal: {
      defaultProps: { centered: true, radius: "lg", padding: "lg", attributes: { header: { role: "none" } } },
      styles: { title: { fontWeight: 650, fontSize: "1.125rem" } },
    },
    Tooltip: { defaultProps: { events: { hover: true, focus: true, touch: true } } },
    InputWrapper: { styles: { label: { marginBottom: 4 } } },
    TextInput: { defaultProps: { size: "md" } },
    NumberInput: { defaultProps: { size: "md" } },
    PasswordInput: { defaultProps: { size: "md" } },
    Textarea: { defaultProps: { size: "md" } },
    Select: { defaultProps: { size: "md" } },
  },
});

export const cssVariables: CSSVariablesResolver = () => ({
  variables: { "--cm-page-width": "1200px", "--cm-header-height": "64px" },
  light: {
    "--mantine-color-dimmed": "#5b6470",
    "--mantine-color-placeholder": "#6b7480",
    "--mantine-color-error": "#c92a2a",
    "--mantine-color-default-border": "#d8dce1",
    // Mantine's darkest orange, yellow, green and teal are too light for small text on their own tint.
    "--mantine-color-orange-light-color": "#8f3a05",
    "--mantine-color-yellow-light-color": "#7a4a00",
    "--mantine-color-green-light-color": "#1d662c",
    "--mantine-color-teal-light-color": "#06664a",
    "--cm-surface": "#f7f8f9",
    "--cm-raised": "#ffffff",
    "--cm-hairline": "#e5e8eb",
  },
  dark: {
    // Tints instead of Mantine's darkened colours, which glow on our ground.
    "--mantine-color-orange-light": "rgb(253 126 20 / 16%)",
    "--mantine-color-orange-light-color": "var(--mantine-color-orange-2)",
    "--mantine-color-red-light": "rgb(250 82 82 / 16%)",
    "--mantine-color-red-light-color": "var(--mantine-color-red-2)",
    "--mantine-color-blue-light": "rgb(34 139 230 / 18%)",
    "--mantine-color-blue-light-color": "var(--mantine-color-blue-2)",
    "--mantine-color-jade-light": "rgb(39 176 148 / 16%)",
    "--mantine-color-jade-light-hover": "rgb(39 176 148 / 24%)",
    "--mantine-color-jade-light-color": "#b0e8d7",
    "--mantine-color-placeholder": "#98a0aa",
    "--mantine-color-error": "#ff8787",
    "--cm-surface": "#191e24",
    "--cm-raised": "#1a1f25",
    "--cm-hairline": "#2c333b",
  },
});
