import { createTheme, defaultVariantColorsResolver, type MantineColorsTuple } from '@mantine/core'

const brand: MantineColorsTuple = [
  '#eef6f1',
  '#d9ebe1',
  '#b4d7c4',
  '#89bfa3',
  '#6fb795',
  '#3f8a68',
  '#2b7052',
  '#1c5440',
  '#12372a',
  '#0b241b',
]
const coral: MantineColorsTuple = [
  '#fff1ec',
  '#ffdfd4',
  '#fdbfaa',
  '#f99a7c',
  '#f27a56',
  '#eb6540',
  '#e4572e',
  '#c4421d',
  '#9f2f0f',
  '#7a280f',
]
const gray: MantineColorsTuple = [
  '#faf8f3',
  '#f2eee5',
  '#e3ddd0',
  '#d6cfc0',
  '#cbc4b4',
  '#8b9189',
  '#59625b',
  '#444d47',
  '#2b332e',
  '#17211c',
]
const dark: MantineColorsTuple = [
  '#e7ede9',
  '#c5d0ca',
  '#9db0a5',
  '#84978c',
  '#3a4b42',
  '#223029',
  '#16201b',
  '#0e1512',
  '#0a100d',
  '#070b09',
]

/** Sizes 12/13/14/16/20/28, corners 8, a 4-pixel grid. */
export const theme = createTheme({
  primaryColor: 'brand',
  primaryShade: { light: 8, dark: 4 },
  colors: { brand, coral, gray, dark },
  white: '#ffffff',
  black: '#17211c',
  autoContrast: true,
  // Mantine picks the ink for the light scheme only; the dark scheme's fills are pale and need dark ink.
  variantColorResolver: (input) => {
    const colors = defaultVariantColorsResolver(input)
    return input.variant === 'filled' ? { ...colors, color: 'var(--brand-ink)' } : colors
  },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: 'var(--font-inter), system-ui, sans-serif',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '24px', xl: '28px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  shadows: { xs: 'none', sm: 'var(--lift)', md: 'var(--lift)', lg: 'var(--lift)', xl: 'var(--lift)' },
  headings: {
    fontFamily: 'var(--font-inter), system-ui, sans-serif',
    fontWeight: '600',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '28px' },
      h2: { fontSize: '16px', lineHeight: '24px' },
      h3: { fontSize: '14px', lineHeight: '20px' },
    },
  },
  components: {
    Button: { defaultProps: { size: 'sm', fw: 550 } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 'lg' } },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 300, transitionProps: { duration: 100 } } },
    Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 100 } } },
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 100 } } },
    Modal: {
      defaultProps: {
        closeButtonProps: { 'aria-label': 'Close' },
        transitionProps: { duration: 120 },
        overlayProps: { backgroundOpacity: 0.4 },
      },
    },
    Drawer: { defaultProps: { closeButtonProps: { 'aria-label': 'Close' }, transitionProps: { duration: 120 } } },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Close this message' } } },
    TextInput: { defaultProps: { size: 'sm' } },
    Table: { defaultProps: { verticalSpacing: 10, horizontalSpacing: 16, fz: 13 } },
  },
})
