/** The value below which a share (0 to 1) of the values lies; the nearest one that was measured. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const value = sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))]
  if (value === undefined) throw new Error('no values were measured')
  return value
}

export const median = (values: readonly number[]): number => percentile(values, 0.5)

export const round = (value: number, digits = 1): number => Number(value.toFixed(digits))
