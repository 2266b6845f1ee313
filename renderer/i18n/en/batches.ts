import type zh from '../zh/batches'
import type { Translated } from '../translated'

export default {
  introductionTitle: 'Change introductions',
  iconTitle: 'Change icons',
  emptyText: 'Once merchants have authorised this account, many can be changed here.',
  preview: 'Preview',
  twins: 'Several merchants are called “{name}”; use the AppID',
  unknown: 'No such merchant',
  lost: 'The merchant’s authorisation is lost',
  willChange: '{n} will change',
  verdict: {
    change: 'Changes',
    unchanged: 'No change',
    problem: 'Not sent'
  },
  column: {
    line: 'Line',
    merchant: 'Merchant',
    present: 'Present introduction',
    introduction: 'New introduction',
    result: 'Result',
    presentIcon: 'Now',
    icon: 'New',
    file: 'File'
  },
  table: {
    tooBig: 'The file is larger than 20 MB; keep only the columns needed',
    unreadable: 'The file cannot be read; it may have been moved or changed. Choose it again',
    notXlsx: 'This file is not .xlsx; save it as .xlsx or CSV in your spreadsheet program',
    notOpened: 'This Excel file cannot be opened; save it as .xlsx or CSV, then choose it again',
    empty: 'The table is empty',
    noHead: 'No column heads found: “AppID” (or “Name”) and “Introduction” are needed',
    noLines: 'Nothing stands below the column heads',
    pasted: 'Pasted text',
    problem: '{source}: {problem}',
    nameHead: 'Name',
    introductionHead: 'Introduction',
    fileName: 'Introductions {day}'
  },
  introduction: {
    readingPresent: 'Reading the present introductions',
    nothing: 'No merchant to change',
    problems: '{n} has a problem and is not sent | {n} have problems and are not sent',
    unchanged: '{n} without a change',
    otherTable: 'Choose another table',
    start: 'Change {n} introduction… | Change {n} introductions…',
    twice: 'The merchant occurs twice',
    noAppId: 'No AppID',
    missing: 'No introduction',
    help: 'Prepare a table (.xlsx or CSV) with the columns “AppID” and “Introduction”, one merchant per line. The template to download has all merchants and their present introductions.',
    chooseFile: 'Choose table…',
    download: 'Download template',
    orDrop: 'or drop the file here',
    paste: 'Paste the columns AppID and introduction',
    pastePlaceholder: 'Or copy the columns AppID and introduction from a table and paste them here',
    usePasted: 'Use the pasted text',
    pasteFirst: 'Paste something first'
  },
  icon: {
    checking: 'Checking the pictures, {n} to go',
    nothing: 'No usable picture',
    notSent: '{n} not sent',
    staging: 'Preparing pictures {done} / {total}',
    otherFiles: 'Choose other pictures',
    start: 'Change {n} icon… | Change {n} icons…',
    help: 'Name each picture after the AppID or name of its merchant, such as “Cloud Inn.png”. Use png or jpeg; one that is not square or is larger than 2 MB is cut to the centre, 200×200.',
    chooseFiles: 'Choose pictures…',
    chooseFolder: 'Choose folder…',
    orDrop: 'or drop pictures or a folder here',
    cropHint: 'The square in the middle, scaled to 200×200',
    cropped: 'Cropped',
    shrunk: 'Shrunk',
    unreadable: 'This file is not a picture that can be opened',
    notCut: 'The picture could not be cut; choose another',
    twice: 'Several pictures for one merchant',
    wrongType: 'A png or jpeg picture is needed',
    empty: 'This file is empty',
    tooBig: 'The picture has {size}, more than {limit}',
    noneFound: 'No pictures found'
  }
} satisfies Translated<typeof zh>
