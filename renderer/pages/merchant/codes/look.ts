import type { Colour, MiniCodeRequest } from '@shared/domain/mini-code'
import { codeWidth } from '@shared/rules/limits'
import { t } from '@/i18n'

/** How a code looks and who opens it: all but where it leads. */
export type CodeLook = Omit<MiniCodeRequest, 'path'>

const black: Colour = { r: 0, g: 0, b: 0 }
const white: Colour = { r: 255, g: 255, b: 255 }

export const usualLook: CodeLook = {
  host: 'douyin',
  width: codeWidth.usual,
  lineColour: black,
  background: white,
  withIcon: true,
  round: false
}

/** Pairs of colours that scan well. */
export const colourPresets: readonly { readonly name: string; readonly line: Colour; readonly background: Colour }[] = [
  { name: t('codes.look.blackOnWhite'), line: black, background: white },
  { name: t('codes.look.darkBlue'), line: { r: 20, g: 56, b: 128 }, background: white },
  { name: t('codes.look.darkGreen'), line: { r: 16, g: 84, b: 60 }, background: white },
  { name: t('codes.look.wineRed'), line: { r: 128, g: 24, b: 40 }, background: white },
  { name: t('codes.look.darkBrown'), line: { r: 84, g: 48, b: 20 }, background: { r: 255, g: 248, b: 236 } }
]

/** `#rrggbb`. */
export function hexOf({ r, g, b }: Colour): string {
  return `#${[r, g, b].map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

/** The colour of `#rrggbb`, as a colour field gives it; anything else is black. */
export function colourOf(hex: string): Colour {
  const [, r = '0', g = '0', b = '0'] = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(hex) ?? []
  return { r: parseInt(r, 16), g: parseInt(g, 16), b: parseInt(b, 16) }
}
