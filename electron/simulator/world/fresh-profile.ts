import { untouched } from './allowance'
import { draw } from './random'
import type { ProfileChanges } from './profile-state'
import type { Merchant } from './state'

export type ProfileMembers = Pick<
  Merchant,
  'profileChanges' | 'onlineCategories' | 'publication' | 'mainCategory' | 'categoryChanges'
>

/** Nothing was ever changed: what a mini program begins with. */
export function freshProfile(appId: string): ProfileMembers {
  return {
    profileChanges: freshChanges(),
    onlineCategories: [],
    publication: null,
    mainCategory: { current: null, preset: null, rejected: null, allowance: untouched },
    categoryChanges: {
      month: '',
      used: 0,
      limit: categoryChangeLimit(appId),
      count: 0,
      nextVerdicts: {},
      nextPublication: null
    }
  }
}

function freshChanges(): ProfileChanges {
  const item = () => ({ newest: null, count: 0, allowance: untouched, nextVerdict: null })
  return { name: item(), introduction: item(), icon: item() }
}

/** Category changes a month: the pages say 3 and 5, so half of the mini programs have the one, half the other. */
function categoryChangeLimit(appId: string): number {
  return draw(0, 'category changes', appId) < 0.5 ? 3 : 5
}
