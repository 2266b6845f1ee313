import { say } from './say'

/** Texts of equal rank in one sentence: 甲、乙. */
export const listed = (texts: readonly string[]): string => texts.join(say`、`)

/** Findings that stand beside each other: 甲；乙. */
export const clauses = (texts: readonly string[]): string => texts.join(say`；`)
