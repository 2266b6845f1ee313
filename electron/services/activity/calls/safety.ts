import type { CallDescriptions } from './description'

/** Copies of the data: the services write the entries themselves, a restore's into the database that is restored. */
export const safetyDescriptions = {
  'safety.state': 'reading',
  'safety.backUp': 'ledger',
  'safety.makeArchive': 'ledger',
  'safety.read': 'reading',
  'safety.begin': 'ledger',
  'safety.append': 'ledger',
  'safety.discard': 'ledger',
  'safety.examine': 'ledger',
  'safety.restore': 'ledger',
  'safety.cancelRestore': 'ledger',
  'safety.reopen': 'reading',
  'safety.export': 'ledger',
  'safety.previewImport': 'ledger',
  'safety.import': 'ledger'
} satisfies CallDescriptions
