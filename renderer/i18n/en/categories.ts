import type zh from '../zh/categories'
import type { Translated } from '../translated'

export default {
  title: 'Service categories',
  add: 'Add category',
  publish: 'Publish categories',
  count: '{count} / {limit} categories',
  allowance: '{n} change left this month | {n} changes left this month',
  allowanceOf: '{n} of {limit} changes left this month',
  main: {
    none: 'Main category: not set',
    named: 'Main category: {name}',
    noneNext: 'Main category: not set; once published: {next}',
    namedNext: 'Main category: {name}; once published: {next}'
  },
  empty: 'No categories yet',
  emptyText:
    'Without an approved service category no version can be submitted for review. Add a category that fits the business of the merchant.',
  unsettled: 'The outcome of a change is not confirmed. See the change history below',
  quoted: '“{name}”',
  reason: {
    underWay: '“{what}” is under way',
    otherUnderWay: 'Another change is under way',
    unsettled: 'The outcome of the last “{what}” is not confirmed',
    outdated: 'The categories have just changed. Close this and confirm again'
  },
  done: {
    add: 'Category submitted',
    supply: 'Qualifications submitted; the platform will review them',
    delete: 'Category deleted',
    publish: 'Categories submitted for publishing; the platform will review them',
    main: 'Main category preset; it takes effect once published'
  },
  state: { inReview: 'In review', approved: 'Approved', rejected: 'Rejected', unknown: 'State unknown' },
  mark: {
    online: 'Online',
    notPublished: 'Not published',
    main: 'Main',
    mainNext: 'Main once published',
    mainRejected: 'Rejected as main',
    going: 'To be removed',
    goingText: 'Deleted, but still online; publishing the categories removes it'
  },
  line: {
    rejected: 'Reason for the rejection: {reason}',
    noReason: 'the platform gave none',
    noQualifications: 'No qualifications submitted',
    withFiles: '{name} ({n} file) | {name} ({n} files)',
    supply: 'Supply qualifications',
    makeMain: 'Make main',
    delete: 'Delete'
  },
  choose: {
    label: 'Service categories to choose from',
    search: 'Search categories',
    searchHint: 'Search category names of any level',
    refresh: 'Read the categories again',
    results: 'Search results',
    nothingFound: 'No category name contains “{query}”',
    source: 'From the platform, by the type of owner; read: {time}',
    more: '{n} more; type a little more | {n} more; type a little more',
    taken: 'Set already',
    first: 'First level',
    second: 'Second level',
    third: 'Third level',
    noCategories: 'No categories',
    firstNeeded: 'Choose a first level',
    secondNeeded: 'Choose a second level'
  },
  qualification: {
    unnamed: 'Qualification {id}',
    files: '{n} file | {n} files',
    noFiles: 'No files yet',
    earlier: '{n} file uploaded last time | {n} files uploaded last time',
    earlierUnused: '{n} file uploaded last time (no longer used) | {n} files uploaded last time (no longer used)',
    replaceEarlier: 'Replace with new files',
    keepEarlier: 'Use again',
    place: '{name}, new file {number}',
    more: 'Add another file',
    full: 'A qualification takes up to {max} files'
  },
  rule: {
    met: 'Present',
    missing: 'Missing',
    choice: '{text}, any one of them',
    explanation: 'From the platform: {text}'
  },
  addDialog: {
    title: 'Add category: {merchant}',
    chosen: 'Chosen category',
    nothingChosen: 'Choose a category',
    taken: 'This category is set already',
    lacking: 'Missing: {what}',
    lackingNow: 'Missing: {what}',
    complete: 'All required qualifications are there',
    none: 'This category needs no qualifications and no review.',
    optional: 'Optional qualifications ({count})',
    help: 'Choose a category of the third level on the left; the qualifications it needs are listed here. A category with qualifications is reviewed by the platform and goes online once approved and published.',
    submit: 'Submit category',
    submitNamed: 'Submit category {name}'
  },
  supplyDialog: {
    title: 'Supply qualifications: {category}',
    rejected: 'Reason for the rejection',
    help: 'The kinds of qualification must be the same as last time; files can be kept, added or replaced. It takes none of the changes, but at least one must be left this month.',
    unknown:
      'The platform does not tell which qualifications were submitted last time. Delete this category and add it again',
    tooMany: '“{name}” has more than {max} files',
    unchanged: 'No file has been added or replaced',
    submit: 'Submit qualifications for {name}'
  },
  publishing: {
    title: 'Publishing',
    onlineUnknown:
      'The online categories could not be read, perhaps for lack of the permission to publish; what publishing would change is not known.',
    added: 'Publishing adds',
    removed: 'Publishing removes',
    after: 'Once published',
    nothing: 'No change to the online categories',
    newest: 'Last publishing',
    submitted: 'Submitted: {names}',
    submittedNone: 'Submitted: 0 categories',
    lacking: 'Missing',
    redundant: 'Too many',
    reason: 'Note'
  },
  confirm: {
    deleteTitle: 'Delete category: {merchant}',
    delete: 'Delete',
    deleteButton: 'Delete {name}',
    cost: 'Mounts, trading and other capabilities may be affected.',
    notOnline: 'This category has not been published; nothing changes online.',
    onlineUntilPublished: 'The online category stays until the categories are published again.',
    addAgain: 'Adding it again takes one of the monthly changes and, with qualifications, another review.',
    publishTitle: 'Publish categories: {merchant}',
    added: 'Adds',
    removed: 'Removes',
    mainBecomes: 'Main category becomes',
    onlineUnknown: 'The online categories could not be read; what changes is not known.',
    reviewed: 'The platform reviews it; it goes online once approved. Until then nothing changes online.',
    removalCost: 'Removing a category may affect mounts, trading and other capabilities.',
    mainTitle: 'Make main category: {merchant}',
    now: 'Now',
    becomes: 'Becomes',
    presetOnly: 'This only presets it. It takes effect once the categories are published or a version is approved.',
    mainLeft: 'The main category can be changed {n} more time. | The main category can be changed {n} more times.',
    mainButton: 'Make {name} main'
  }
} satisfies Translated<typeof zh>
