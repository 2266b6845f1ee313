import type zh from '../zh/help'
import type { Translated } from '../translated'

export default {
  drawer: {
    open: 'Help for this page',
    title: 'Help: {topic}',
    codes: 'Error codes',
    keys: 'F1 opens, Esc closes'
  },
  actor: {
    operator: 'You can fix this',
    merchant: 'The merchant must act',
    developer: 'A developer must act',
    platform: 'The platform must act',
    nobody: 'Just wait'
  },
  wayOut: {
    versions: 'See the versions',
    profile: 'Open the profile',
    categories: 'Open the categories',
    domains: 'Open the domains',
    codes: 'Open the codes',
    capabilities: 'Open the capabilities',
    standing: 'See the standing',
    authorization: 'Open the authorisation',
    merchants: 'Open the merchants',
    links: 'Make an authorisation link',
    keeper: 'Open the token keeper',
    doctor: 'Open the connection doctor',
    baselines: 'Open the domain baselines',
    templates: 'Open the templates',
    rollouts: 'Open the rollouts',
    accounts: 'Open the accounts',
    account: 'Open the account',
    dataFolder: 'See the data folder',
    update: 'Check for updates'
  },
  support: {
    account: 'Account: {name} ({appId})',
    time: 'Time: {time} (China)',
    version: 'Program version: {version}'
  },
  codes: {
    title: 'Error codes',
    about:
      'The codes of the platform’s documentation: what they mean, who must act, what to do. One number may mean different things at different calls.',
    filter: 'Filter',
    search: 'Search codes or words',
    count: '{n} code | {n} codes',
    reading: 'Reading the error codes',
    none: 'Nothing found',
    noneText: 'The platform documents no such code. Give the log_id to its support.',
    showAll: 'Show all',
    everywhere: 'Any call',
    open: 'Open',
    openDocumentation: 'Open the documentation of {code}',
    column: {
      code: 'Code',
      endpoint: 'Call',
      reason: 'Meaning and cause',
      actor: 'Who',
      nextStep: 'What to do',
      documentation: 'Documentation'
    }
  },
  topic: {
    today: {
      title: 'Today',
      order: 'What waits for you, the most urgent first. What is done goes away by itself.',
      review: 'A review usually takes one to two days; beyond {hours} hours you are reminded here.',
      ticket:
        '{warn} h without a new component_ticket you are reminded; after {life} h the old one expires and every call stops.',
      local: 'Figures come from this computer and follow when merchants are read.'
    },
    merchants: {
      title: 'Merchants',
      order: 'The list shows what this computer has, then reads the platform; reading changes nothing.',
      authorization: 'A merchant that left the authorisation list is marked as lost; its records stay.',
      readiness:
        'Readiness judges by what was read whether a submission would be refused; what was not read is no problem.',
      marks: 'Tags, notes and views stay on this computer; neither platform nor merchant sees them.'
    },
    versions: {
      title: 'Versions',
      stages:
        'Code goes from test version to review version to online version; an upload replaces the present test version.',
      one: 'Only one version can be in review; withdraw it to submit another.',
      hosts: 'Hosts left out of a submission lose the mini program once it is released.',
      submit:
        'Wait {seconds} seconds between submissions; a note has at most {length} characters; a review usually takes one to two days.',
      rollback:
        'Each release can be rolled back once, the first one and one that was taken down never; it takes {from} to {to} minutes, and {wait} minutes until the next.',
      lost: 'When the platform’s answer is lost, the program looks at the version list first and sends nothing twice.'
    },
    profile: {
      title: 'Profile',
      name: 'A name has {min} to {max} characters, a Chinese one counts 2; a brand needs trademark evidence.',
      introduction: 'An introduction has {min} to {max} characters.',
      icon: 'An icon is a jpg or png of at most {size} MB, {side} × {side} pixels are advised.',
      review: 'Changes are reviewed, and that item cannot be changed meanwhile; when rejected, what is online stays.',
      left: 'How many changes are left of each is what the platform says.'
    },
    categories: {
      title: 'Service categories',
      max: 'A mini program has at most {max}; the changes of a month are what the platform says.',
      publish: 'An approved category takes effect when it is published, or with the first release.',
      edit: 'A category cannot be edited, only deleted and added; a rejected one can be supplied again, which takes no change.',
      last: 'The last approved one cannot be deleted; deleting may take mounts, trade and other capabilities away.',
      files: 'A qualification has at most {files} files of {size} MB each.'
    },
    domains: {
      title: 'Domains',
      max: 'At most {max} domains of each kind.',
      form: 'Write the domain only: no scheme, path or port, and no IP address.',
      own: 'A domain must be in the third-party application’s own list, or below a domain of it.',
      replace: '“Replace all” drops what is not listed; the present domains are read first and shown beside it.',
      webview: 'Webview domains are for mini programs of companies only.'
    },
    merchantCodes: {
      title: 'Codes',
      trial: 'A trial code is an address that expires, get a new one then; each stage has its own.',
      path: 'A path has no slash at its start, encodes Chinese, and has at most {length} characters.',
      kept: 'A mini-program code is permanent; any app scans the square one, only Douyin’s own apps the round one.'
    },
    capabilityTab: {
      title: 'Capabilities',
      apply:
        'A capability with conditions can be applied for when they are met; the platform reviews it, and a rejected one can be applied for again.',
      mount: 'For the short-video mount, reason and anchor text have at most {length} characters, with one screenshot.',
      phone: 'Phone numbers need no application, they open after the trial operation.',
      permission: 'Applying needs the merchant’s “{name}”.'
    },
    standing: {
      title: 'Standing',
      trial:
        'In trial operation, capabilities, payment and traffic may be limited; it ends when tasks and score are reached.',
      score: 'A credit score that is not initialised is shown as none.',
      rating: 'The platform has retired the quality rating; it is not read any more.',
      filing: 'The filing has a number only, which the platform does not explain; look it up in its console.'
    },
    merchantAuthorization: {
      title: 'Authorisation',
      sets: 'The merchant grants permission sets and can only add; to take one back, withdraw and authorise again.',
      token: 'A token lives 2 hours and is renewed by the program; a refresh token lives a month and works once.',
      recover: 'A lost token is recovered by retrieving the authorisation code, without the merchant.'
    },
    journal: {
      title: 'Activity journal',
      what: 'What was done from this computer: who, when, with which result.',
      chain: 'Each record is tied to the one before; a change or deletion shows.',
      language: 'Records stay in the language of their time; they hold no secret and no token.'
    },
    authorization: {
      title: 'Authorisation',
      life: 'An authorisation link lives {hours} hours and ends with the first success.',
      create: 'Links that create a mini program: {max} a day, and each reserves its name.',
      published: 'Until the application is published, only its test mini programs can authorise.',
      after: 'A merchant appears by itself after authorising; without a push, read the authorisation list.'
    },
    keeper: {
      title: 'Token keeper',
      renew: 'A refresh token is renewed when less than {days} days are left; each works once.',
      lost: 'A lost answer burns the token; the program recovers by retrieving the authorisation code.',
      one: 'Programs that renew separately end each other’s tokens; several computers share one keeper.'
    },
    baselines: {
      title: 'Domain baselines',
      what: 'A baseline is a set of domains that its merchants should have; a merchant has one at most.',
      max: 'At most {max} domains of each kind, all within the third-party application’s own list.',
      apply: 'Applying is a rollout with waves and pauses; merchants that agree already are not sent anything.'
    },
    batches: {
      title: 'Bulk changes',
      review: 'Each merchant is reviewed on its own; an item in review is skipped with its reason.',
      limits: 'An introduction has {min} to {max} characters, an icon at most {size} MB.',
      left: 'What is left of the allowance counts for each merchant.'
    },
    rollouts: {
      title: 'Rollouts',
      states:
        'Waiting, running, waiting for you, paused, stopped, finished; a stopped one cannot go on, but can be copied.',
      quit: 'It stops where it is when you quit and goes on at the next start; reviews go on at the platform.',
      one: 'A merchant is in one rollout at a time.'
    },
    plan: {
      title: 'New rollout',
      preview: 'The preview judges by what was read last; each merchant is read again before anything is sent.',
      waves: 'When a wave is over the next one opens: by itself, at a time, or when you say so.',
      stop: 'The stop rule pauses it when too many fail.',
      pace: 'When the platform asks to slow down the program does; submissions of one merchant are {seconds} seconds apart.'
    },
    run: {
      title: 'A rollout at work',
      unknown: '“Result not known yet” is checked on and never sent twice.',
      causes: 'What failed is grouped by cause; put it right, then retry together.',
      train: 'Merchants “ready to release together” wait for one release by you.',
      review: 'A review usually takes one to two days; beyond {hours} hours you are reminded.'
    },
    results: {
      title: 'Results of rollouts',
      what: 'Reports and comparisons use this computer’s records and ask the platform nothing.',
      versions: 'Versions are those read at its end; they may differ by now.'
    },
    drift: {
      title: 'Version drift',
      what: 'Compares each merchant’s online version with a template; those behind go straight into a plan.',
      read: 'It counts with the versions read last; what was never read is unknown.'
    },
    templates: {
      title: 'Templates',
      max: 'A third-party application has at most {max} templates; delete one when it is full.',
      draft:
        'An upload to a template mini program becomes a draft, which a newer one replaces; add it as a template to use it.',
      delete:
        'The platform does not say what deleting does to uploaded versions; delete only what is not needed any more.'
    },
    extJson: {
      title: 'ext.json',
      required: 'extEnable and extAppid are required; extAppid is each merchant’s own AppID.',
      variables:
        'A variable is written as {braces}, at most {max}; without a required value nothing is sent for that merchant.',
      length: 'The whole file has at most {length} characters.',
      override: 'Fields of app.json’s names override those of the template.'
    },
    codes: {
      title: 'Mini-program codes',
      max: 'At most {max} codes are kept.',
      width: 'A code is {min} to {largest} pixels wide.',
      path: 'A path has no slash at its start and at most {length} characters; empty opens the home page.',
      permission: 'Making one needs the merchant’s “{name}”.'
    },
    capabilities: {
      title: 'Capabilities',
      apply: 'Applying for several merchants is a rollout; those without the conditions are skipped with the reason.',
      pace: 'The platform limits these calls per second; the program slows down by itself.',
      again: 'Rejected and closed ones can be applied for again, one in review cannot.'
    },
    events: {
      title: 'Events',
      source:
        'The platform pushes to HTTPS addresses only: the built-in receiver (through a tunnel) or the relay takes them, or you paste them.',
      ticket: 'A component_ticket is pushed every {minutes} minutes and lives {hours} hours; the list leaves them out.',
      once: 'The platform may push twice, the same is kept once; what was lost comes with a refresh.'
    },
    reports: {
      title: 'Reports',
      what: 'Reports come from this computer’s journal and readings, to print or to save.',
      secret: 'A report holds no secret and no token.'
    },
    accounts: {
      title: 'Accounts',
      what: 'An account is one third-party application of the open platform.',
      secret: 'Secrets are in the system keychain, never shown again, in no log and no export.',
      ticket:
        'Without a component_ticket nothing can be called; one is pushed every {minutes} minutes and lives {hours} hours.',
      ip: 'With an IP allow list, this computer’s public IP must be in it.'
    },
    diagnosis: {
      title: 'Connection doctor',
      steps: 'Network, secrets, ticket and token are checked in order; after one that fails the rest cannot be judged.',
      safe: 'It only reads and changes no merchant.',
      shared: 'Tokens that end early mostly mean that another program uses the same application.'
    },
    settings: {
      title: 'Settings',
      local: 'Settings stay on this computer.',
      language: 'Another language reloads the page; what was written and the platform’s own words stay.',
      practice: 'The practice environment is a simulated platform inside; real merchants are never touched.'
    },
    errorCodes: {
      title: 'Error codes',
      what: 'The codes of the platform’s documentation; one number may mean different things at different calls.',
      unknown: 'For one that is not here, give the log_id to the platform’s support.'
    },
    start: {
      title: 'Start',
      practice: 'Try everything in the practice environment first, and add a real account later.',
      where: 'AppID, secrets and message settings are in the agency console’s development settings.'
    }
  }
} satisfies Translated<typeof zh>
