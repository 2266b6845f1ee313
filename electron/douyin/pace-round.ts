/** The answers to some requests that were begun one after the other at the same pace. */
export type PaceRound = { begun: number; held: number; answered: number; refused: number }

/** A round has as many answers as come in this time at the present pace, but enough to tell anything. */
const lengths = { seeking: { ms: 500, leastAnswers: 10 }, steady: { ms: 1000, leastAnswers: 20 } }

/** Refusals that do not come from our pace (a gateway that refuses two of a hundred) must not slow us: it takes more. */
const many = { count: 6, share: 0.08 }

export const newRound = (): PaceRound => ({ begun: 0, held: 0, answered: 0, refused: 0 })

export function isOver({ answered }: PaceRound, perSecond: number, is: keyof typeof lengths): boolean {
  const { ms, leastAnswers } = lengths[is]
  return answered >= Math.max(leastAnswers, (perSecond * ms) / 1000)
}

export const isManyRefused = ({ answered, refused }: PaceRound): boolean =>
  refused >= many.count && refused > (answered + 1) * many.share

/** Requests that nobody held back prove nothing. */
export const wasHeldBack = ({ begun, held }: PaceRound): boolean => held >= begun / 4
