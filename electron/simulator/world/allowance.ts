import { chinaMonth } from './china-time'
import type { Allowance } from './profile-state'

/**
 * How often things may be changed in a calendar month in China. The pages tell neither the numbers nor the period; both
 * are the simulator's own.
 */
export const monthlyAllowances = { name: 2, introduction: 5, icon: 5, mainCategory: 2 } as const
export type AllowanceItem = keyof typeof monthlyAllowances

/** What is left at a moment of platform time. */
export function leftOf(allowance: Allowance, item: AllowanceItem, at: number): number {
  return allowance.month === chinaMonth(at) ? allowance.left : monthlyAllowances[item]
}

/** The allowance after one use. */
export function usedOnce(allowance: Allowance, item: AllowanceItem, at: number): Allowance {
  return { month: chinaMonth(at), left: leftOf(allowance, item, at) - 1 }
}

/** An allowance that nothing was taken from. */
export const untouched: Allowance = { month: '', left: 0 }
