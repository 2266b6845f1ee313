import type zh from '../zh/events'
import type { Translated } from '../translated'

export default {
  title: 'Events',
  unseen: '{n} unread',
  markAllSeen: 'Mark all as read',
  setup: 'How they are received',
  reading: 'Reading events',
  older: 'Older events',
  kind: {
    ticket: 'Ticket',
    authorized: 'Authorisation',
    unauthorized: 'Authorisation',
    codeRetrieved: 'Code rescued',
    audit: 'Review',
    profile: 'Profile',
    category: 'Category',
    capability: 'Capability',
    settlement: 'Onboarding',
    other: 'Other'
  },
  handling: {
    waiting: 'Being handled',
    done: 'Handled',
    failed: 'Not handled'
  },
  filter: {
    label: 'Filters',
    unseenOnly: 'Unread only',
    alsoShow: 'Also show',
    clear: 'Clear filters',
    merchant: 'This merchant only',
    merchantPlaceholder: 'Merchant or AppID',
    unknownMerchant: 'Choose a merchant from the list, or enter a whole AppID'
  },
  nothing: {
    noneYet: 'No event has arrived yet',
    noneYetText:
      'The platform pushes review results, changed authorisations, answers about categories and capabilities, and a ticket every ten minutes. To receive them, choose on the account page how (built-in receiver, relay or pasting) and enter the address in the platform’s console.',
    toAccount: 'Open account',
    nothingToSee: 'No event to look at yet',
    nothingToSeeText:
      'They are being received. Messages with tickets and rescued codes are hidden as a rule; turn on “Ticket” or “Code rescued” above to see them.',
    noneUnseen: 'No unread events',
    noneFits: 'No event fits',
    narrowedText: 'Use fewer filters to see more; tickets and rescued codes are hidden as a rule.'
  },
  row: {
    fold: 'Fold: {title}',
    unfold: 'Unfold: {title}',
    isNew: 'New',
    copies: 'Pushed {n} time by the platform, handled once | Pushed {n} times by the platform, handled once',
    trouble: 'Not handled: {text}',
    retry: 'Try again',
    receivedAt: 'received {ago}'
  },
  raw: {
    title: '{event}, as it came',
    label: '{event} as it came',
    times: 'Received {received} (China time) from: {source}',
    timesHappened: 'Happened {happened}, received {received} (China time) from: {source}',
    copy: 'Copy',
    copied: 'Copied',
    copyFailed: 'Not copied'
  }
} satisfies Translated<typeof zh>
