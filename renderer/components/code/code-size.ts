/** The smallest side at which a phone reads the code off a screen with ease, in CSS pixels. */
export const minimumCodePx = 320

/** A whole multiple is worth less than this share of the room's side. */
const worthwhileShare = 0.75

/**
 * The side of a code on the screen in CSS pixels, and whether its edges may stay hard.
 *
 * Preferred is the largest whole multiple of its own pixels (on the screen's pixels), so that all squares are equal. Where
 * that would waste much of the room the room is filled: a code's squares are several pixels wide, and one more or less
 * does no harm. A picture that is larger than the room is shrunk and smoothed.
 */
export function codeSize(naturalPx: number, availablePx: number, devicePixelRatio: number) {
  const multiple = Math.floor((availablePx * devicePixelRatio) / naturalPx)
  const sidePx = (naturalPx * multiple) / devicePixelRatio
  if (sidePx >= minimumCodePx && sidePx >= availablePx * worthwhileShare) return { sidePx, crisp: true }
  return { sidePx: availablePx, crisp: multiple >= 1 }
}
