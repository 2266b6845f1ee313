import { freshProfile } from './fresh-profile'

/** What the first saved format did not have. */
const sinceFormatTwo = {
  format: 2,
  allowedAddresses: [],
  authorizationDomain: null,
  invitations: [],
  createAllowance: { day: '', used: 0 },
  materials: []
}

type Members = Readonly<Record<string, unknown>>

/** A saved world of an earlier format in the present one, not checked yet; anything else comes back as it is. */
export function upgraded(saved: unknown): unknown {
  if (!isMembers(saved)) return saved
  const second = saved['format'] === 1 ? { ...saved, ...sinceFormatTwo } : saved
  return second['format'] === 2 ? inFormatThree(second) : second
}

function inFormatThree(world: Members): Members {
  return {
    ...world,
    format: 3,
    merchants: listOf(world['merchants']).map(merchantInFormatThree),
    materials: listOf(world['materials']).map((material) => ({ ...material, appId: null }))
  }
}

/** The second format knew the newest name only, categories without qualifications, and no audit of either. */
function merchantInFormatThree({ nameChange, ...merchant }: Members): Members {
  const profile = freshProfile(String(merchant['appId']))
  const categories = listOf(merchant['categories']).map(categoryInFormatThree)
  const approved = categories.filter(({ state }) => state === 'approved').map(({ id, name }) => ({ id, name }))
  const renamed = isMembers(nameChange) ? changeOf(nameChange) : null
  return {
    ...merchant,
    ...profile,
    categories,
    onlineCategories: merchant['current'] === null ? [] : approved,
    profileChanges: { ...profile.profileChanges, name: { ...profile.profileChanges.name, newest: renamed } }
  }
}

const approvedAtOnce = { outcome: 'pass', reason: '', advice: '', endsAt: 0 }

function categoryInFormatThree(category: Members): Members {
  return { ...category, certificates: [], plan: category['state'] === 'in_review' ? approvedAtOnce : null }
}

function changeOf({ name, state, reason }: Members): Members {
  return { value: name, state, reason, advice: '', plan: state === 'in_review' ? approvedAtOnce : null }
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function listOf(value: unknown): readonly Members[] {
  return Array.isArray(value) ? value.filter(isMembers) : []
}
