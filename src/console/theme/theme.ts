import {
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from "@mantine/core";

/**
 * The action colour, light to dark. 3 carries dark screens, 7 light ones; both are the tokens of
 * `tokens.css`.
 */
const teal: MantineColorsTuple = [
  "#e8f5f6",
  "#cfe8eb",
  "#9cd6dc",
  "#63c9d3",
  "#3ba9b5",
  "#1f8792",
  "#12737f",
  "#0b6470",
  "#08505a",
  "#063d45",
];

/** Filled buttons take the tokens of the scheme, whose text colours are computed for contrast. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const resolved = defaultVariantColorsResolver(input);
  if (input.variant !== "filled") {
    return resolved;
  }
  const dangerous = input.color === "red";
  const background = dangerous ? "var(--problem)" : "var(--action)";
  const color = dangerous ? "var(--paper)" : "var(--on-action)";
  return { ...resolved, background, color, hover: `color-mix(in srgb, ${background} 88%, var(--text))` };
};

/** Dense, for people who work in it all day: 32 px rows and boxes, small type, small radii. */
export const theme = createTheme({
  colors: { teal },
  primaryColor: "teal",
  primaryShade: { light: 7, dark: 3 },
  variantColorResolver,
  black: "#141a22",
  defaultRadius: 4,
  cursorType: "pointer",
  respectReducedMotion: true,
  fontFamily: "var(--sans)",
  fontFamilyMonospace: "var(--mono)",
  headings: { fontFamily: "var(--sans)", fontWeight: "600" },
  fontSizes: { xs: "12px", sm: "14px", md: "14px", lg: "16px", xl: "18px" },
  components: {
    Button: { defaultProps: { size: "sm" } },
    TextInput: { defaultProps: { size: "sm" } },
    NativeSelect: { defaultProps: { size: "sm" } },
  },
});
