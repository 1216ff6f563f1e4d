import {
  ActionIcon,
  Alert,
  Autocomplete,
  Badge,
  Button,
  createTheme,
  Drawer,
  Input,
  type MantineColorsTuple,
  Modal,
  MultiSelect,
  Notification,
  Paper,
  PasswordInput,
  Popover,
  Select,
  Table,
  Tabs,
  Textarea,
  TextInput,
  Tooltip,
} from "@mantine/core";

/** A cactus green: white text on shade 7 has a contrast of 5.5, shade 7 on white as well. */
const cactus: MantineColorsTuple = [
  "#eff8f1",
  "#dcefe1",
  "#b9dfc4",
  "#92cda3",
  "#6fbc86",
  "#4fa86b",
  "#35905a",
  "#24774a",
  "#1a5f3b",
  "#12472c",
];

/** System fonts only: nothing is fetched, the CSP allows no other origin. */
const fonts =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", "DejaVu Sans", Arial, sans-serif';

/** Dense enough for 1280 × 800, calm: one accent, thin borders, little shadow. */
export const theme = createTheme({
  colors: { cactus },
  primaryColor: "cactus",
  primaryShade: { light: 7, dark: 7 },
  fontFamily: fonts,
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", Consolas, monospace',
  headings: {
    fontFamily: fonts,
    fontWeight: "650",
    sizes: {
      h1: { fontSize: "1.5rem", lineHeight: "1.3" },
      h2: { fontSize: "1.25rem", lineHeight: "1.3" },
      h3: { fontSize: "1.0625rem", lineHeight: "1.35" },
      h4: { fontSize: "0.9375rem", lineHeight: "1.4" },
    },
  },
  fontSizes: { xs: "0.78125rem", sm: "0.875rem", md: "0.9375rem", lg: "1.0625rem", xl: "1.25rem" },
  defaultRadius: "sm",
  cursorType: "pointer",
  respectReducedMotion: true,
  focusRing: "auto",
  components: {
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: "subtle", color: "gray" } }),
    Alert: Alert.extend({ defaultProps: { variant: "light" }, classNames: { root: "cactus-alerte" } }),
    // A state is a word to be read: what stands beside it gives way.
    Badge: Badge.extend({
      defaultProps: { variant: "light", radius: "sm", tt: "none", fw: 600 },
      styles: { root: { flexShrink: 0 } },
    }),
    Button: Button.extend({ defaultProps: { size: "sm" } }),
    Drawer: Drawer.extend({ defaultProps: { closeButtonProps: { "aria-label": "Fermer" } } }),
    Notification: Notification.extend({ defaultProps: { closeButtonProps: { "aria-label": "Fermer" } } }),
    InputWrapper: Input.Wrapper.extend({
      defaultProps: { inputWrapperOrder: ["label", "input", "error", "description"] },
    }),
    Modal: Modal.extend({
      styles: { title: { fontWeight: 650 } },
      defaultProps: {
        centered: true,
        closeButtonProps: { "aria-label": "Fermer" },
        overlayProps: { opacity: 0.45 },
      },
    }),
    Paper: Paper.extend({ defaultProps: { radius: "md" } }),
    Popover: Popover.extend({ defaultProps: { shadow: "md", withArrow: true } }),
    Table: Table.extend({ defaultProps: { verticalSpacing: 6, horizontalSpacing: "sm" } }),
    Tabs: Tabs.extend({ defaultProps: { keepMounted: false } }),
    // Sentences are read over in the language of the page; names, codes, addresses and amounts are not.
    Textarea: Textarea.extend({ defaultProps: { spellCheck: true } }),
    TextInput: TextInput.extend({ defaultProps: { spellCheck: false } }),
    Autocomplete: Autocomplete.extend({ defaultProps: { spellCheck: false } }),
    Select: Select.extend({ defaultProps: { spellCheck: false } }),
    MultiSelect: MultiSelect.extend({ defaultProps: { spellCheck: false } }),
    PasswordInput: PasswordInput.extend({ defaultProps: { spellCheck: false } }),
    Tooltip: Tooltip.extend({
      defaultProps: {
        withArrow: true,
        multiline: true,
        maw: 320,
        openDelay: 250,
        events: { hover: true, focus: true, touch: false },
      },
    }),
  },
});
