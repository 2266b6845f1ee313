import type zh from '../zh/domains'
import type { Translated } from '../translated'

export default {
  group: { server: 'Server domains', webview: 'Webview domains' },
  purpose: {
    server: 'Requests, uploads and downloads of the mini program reach only the domains that are listed here.',
    webview: 'A web-view in the mini program opens only the domains that are listed here.'
  },
  changing: { server: '{merchant}: change server domains', webview: '{merchant}: change webview domains' },
  changed: { server: '{merchant}: server domains changed', webview: '{merchant}: webview domains changed' },
  unread: 'The domains have not been read yet. Refresh to read them.',
  noPerson: 'Only companies can have webview domains; this mini program belongs to a person (platform code 40025).',
  noPermission:
    'The platform did not let these domains be read: the merchant may not have granted the permission for basic information (基本信息设置权限).',
  edit: 'Edit',
  ownListEmpty:
    'The domains of the third-party application itself are not filled in. A domain that is not among them is found out only when the platform refuses it. {link}',
  fillOwnList: 'Fill them in',
  domain: 'domain',
  none: 'No domains',
  baseline: {
    label: 'Baseline',
    adopt: 'Change to baseline',
    neverRead: 'The domains were never read',
    same: 'Same as the baseline already',
    endEditing: 'Finish the editing first'
  },
  drift: {
    unread: 'Domains never read',
    same: 'Same as baseline',
    missing: '{n} missing',
    extra: '{n} extra',
    both: '{missing} missing, {extra} extra'
  },
  send: {
    nothing: 'Submit changes',
    add: 'Add {n} domain | Add {n} domains',
    delete: 'Delete {n} domain | Delete {n} domains',
    set: 'Replace all: add {missing}, delete {extra}'
  },
  plan: {
    add: 'Only adding: present domains stay',
    delete: 'Only deleting: other domains stay',
    set: 'Replacing: adding and deleting, all submitted at once'
  },
  comparison: 'Comparison before submitting',
  unchanged: 'Same as at present, nothing to submit',
  failing: 'Once deleted, requests and pages of the mini program that use these domains fail.',
  meanwhile: {
    title: 'The domains on the platform changed during the editing.',
    text: '{title} This is what changed; what you entered is still here.',
    merge: 'Take the changes over',
    dismiss: 'Keep what I entered'
  },
  added: 'Added',
  removed: 'Removed',
  editor: {
    alike: 'Use the first list for all four',
    firstNeeded: 'Fill in the first list; it goes into the others',
    submitting: 'Submitting',
    fixAll: 'Fix all ({n} line) | Fix all ({n} lines)',
    count: '{n} domain | {n} domains',
    placeholder: 'One domain a line; several can be pasted',
    removeLine: 'Remove this line',
    replaceBy: 'Change to {domain}',
    toMend: '{n} line to correct first | {n} lines to correct first'
  },
  baselines: {
    page: 'Domains',
    tabs: 'Parts of the domains page',
    title: 'Domain baselines',
    own: 'Domains of the third-party application',
    create: 'New baseline',
    none: 'No domain baselines yet',
    noneText:
      'Keep the domains that a group of merchants should have as a baseline: it shows who lacks some or has others, and puts them right at once.',
    counts: '{merchants}, {drifted}',
    merchants: '{n} merchant | {n} merchants',
    drifted: '{n} drifted',
    unchanged: 'Nothing changed',
    save: 'Save',
    delete: {
      button: 'Delete…',
      title: 'Delete the baseline “{name}”?',
      text: '{n} merchant uses this baseline. Its domains stay as they are, but are no longer compared. | {n} merchants use this baseline. Their domains stay as they are, but are no longer compared.',
      confirm: 'Delete baseline'
    },
    form: {
      name: 'Name',
      nameExample: 'Such as: domains of the tea template',
      nameNeeded: 'Enter a name first',
      webviewHelp: 'Only for mini programs of companies; those of persons skip this list.',
      save: 'Save baseline',
      saved: 'Baseline “{name}” saved',
      note: 'Saving changes the baseline only; to change the domains of merchants, use “Apply to merchants”.'
    },
    members: {
      title: 'Merchants with this baseline ({count})',
      label: 'Merchants with this baseline',
      none: 'No merchant uses this baseline yet.',
      assign: 'Assign merchants…',
      apply: 'Apply to merchants…',
      filling: 'The merchants are still being read',
      noMerchants: 'No merchants yet',
      saveFirst: 'Save the changed baseline first'
    },
    assignDialog: {
      title: 'Assign merchants: {name}',
      note: 'Only notes who should have this baseline; the domains on the platform stay as they are',
      done: 'Merchants assigned',
      assign: 'Assign',
      added: 'Assign {added}',
      removed: 'Take out {removed}',
      both: 'Assign {added}, take out {removed}'
    },
    applyDialog: {
      title: 'Apply baseline: {name}',
      chooseFirst: 'Choose merchants first',
      how: 'How to apply it',
      look: 'See what changes for {n} merchant | See what changes for {count} merchants',
      back: 'Back',
      note: 'Merchants that are the same already are read again as well; all are assigned to this baseline',
      apply: 'Apply to {n} merchant… | Apply to {count} merchants…',
      comparing: 'Comparing',
      nobody: 'There is no merchant it can be applied to',
      allSame: 'All are the same already, nothing to change'
    },
    mode: {
      add: 'Add what is missing',
      addHelp: 'Adds what the baseline has and the merchant lacks; extra domains stay.',
      exact: 'Make the same',
      exactHelp:
        'Adds what is missing and deletes what is extra; requests and pages of the mini program that use deleted domains fail.'
    },
    picker: {
      search: 'Search merchants',
      searchHint: 'Name, AppID, tag',
      tags: 'Tags',
      members: 'With this baseline',
      drifted: 'Drifted',
      all: 'Select the {count} listed',
      chosen: '{count} selected',
      merchants: 'Merchants',
      otherBaseline: 'Has “{name}”',
      nobody: 'No merchant matches'
    },
    preview: {
      label: 'Preview of applying the baseline',
      merchant: 'Merchant',
      result: 'Result',
      change: 'What changes',
      readAt: 'Domains read',
      states: { change: 'To change', same: 'Same', unread: 'Never read', blocked: 'Blocked' },
      readFirst: 'Reads the present domains first, then decides what to change',
      added: 'Adds {added}',
      removed: 'Deletes {removed}',
      both: 'Adds {added}; deletes {removed}',
      sum: '{n} merchant: {counts} | {count} merchants: {counts}',
      comma: ', ',
      counts: {
        change: '{count} to change',
        same: '{count} the same already',
        unread: '{count} never read (read first, then changed)',
        blocked: '{count} blocked'
      }
    },
    application: {
      serverHelp: 'All four kinds of server domains of merchants must be here, or be below one that is.',
      webviewHelp: 'Webview domains of merchants must be here, or be below one that is.',
      help: 'Merchants can have only domains of these two lists (platform code 40023). No interface reads them: copy them from the agency console, 服务商平台 → 第三方小程序应用 → 开发设置 → 域名, and domains are checked while they are typed. An empty list checks nothing.',
      changedAt: 'Last filled in: {time}',
      note: 'Kept on this computer only, not sent to the platform.'
    },
    checkFile: {
      title: 'Domain check file',
      help: 'Before a webview domain can be added in the agency console, this file must be in the root folder of the domain. It belongs to the third-party application and is the same for all domains.',
      name: 'File name',
      content: 'Content',
      contentLabel: 'file content',
      download: 'Download file',
      fetch: 'Get check file',
      keep: 'Download the file; change neither its name nor its content.',
      put: 'Put it into the root folder of each webview domain.',
      open: 'Open https://domain/{name} in a browser; it should show exactly the content above.',
      add: 'Add the webview domain in the agency console, then enter it in the list above.'
    }
  }
} satisfies Translated<typeof zh>
