import type zh from '../zh/drift'
import type { Translated } from '../translated'

export default {
  title: 'Version drift',
  label: 'Versions of the merchants',
  reading: 'Reading the versions of the merchants',
  refreshing: 'Refreshing, {n} to go',
  nothingTitle: 'No merchant matches',
  nothingText: 'Try another search, or fewer filters.',
  clear: 'Clear filter',
  emptyTitle: 'No merchants yet',
  emptyText:
    'Once merchants have authorised this account, this page shows how far they are behind the newest template.',
  none: 'None',
  column: {
    merchant: 'Merchant',
    online: 'Online',
    review: 'Review',
    test: 'Test',
    behind: 'Behind',
    since: 'Since',
    hosts: 'Hosts',
    readAt: 'Read'
  },
  target: {
    label: 'Compare with template',
    newest: '{version} (newest)',
    described: '{version} · {description}',
    newestDescribed: '{version} (newest) · {description}',
    noTemplates: 'No template in the library'
  },
  behind: '{n} version | {n} versions',
  standing: {
    behind: 'Behind',
    current: 'Up to date',
    unknown: 'Unknown',
    none: 'Not online'
  },
  inReview: 'In review',
  tags: 'Tags',
  searchPlaceholder: 'Name, AppID, tag',
  search: 'Search merchants',
  noneBehind: 'No merchant in the list is behind',
  allFresh: 'All were read within the last hour',
  refresh: 'Refresh outdated',
  refreshSome: 'Refresh {n} outdated',
  plan: 'Plan for those behind',
  planSome: 'Plan for {n} behind',
  version: {
    inReview: 'In review',
    passed: 'Approved',
    rejected: 'Rejected',
    withdrawn: 'Withdrawn',
    takenDown: 'Down'
  },
  template: {
    unknown: 'From unknown',
    certain: 'From {id}',
    guessed: 'From {id}?',
    unknownHint: 'Its template cannot be told: none in the library has the same version and description',
    certainHint: 'Template {id}: known from an upload on this computer',
    guessedHint: 'Perhaps template {id}: inferred from version and description only'
  },
  shares: {
    rest: 'Other versions',
    none: 'Not online',
    words: 'Online versions: {parts}',
    part: '{version} {n}',
    hint: '{version}: {n}'
  }
} satisfies Translated<typeof zh>
