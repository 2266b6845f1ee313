import type { HomeFigures, HomeToday } from '../domain/home'
import { account, nothing, returning } from './call'

export const homeCalls = {
  /** From the database and from memory alone; what changed is read again after the events that tell of it. */
  'home.today': returning<HomeToday>().from(nothing),
  'home.figures': returning<HomeFigures>().from(account)
} as const
