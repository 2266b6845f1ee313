export default {
  item: { name: '名称', introduction: '简介', icon: '图标' },
  button: { name: '改名称', introduction: '改简介', icon: '换图标' },
  submitted: {
    name: '名称「{name}」已提交，等平台审核',
    introduction: '新简介已提交，等平台审核',
    icon: '新图标已提交，等平台审核'
  },
  unread: '还没有读到基本资料',
  unreadRefresh: '还没有读到基本资料，请刷新。',
  noIntroduction: '还没有简介',
  dropIcon: '可以把新图标拖到这里，png 或 jpeg',
  section: {
    stateUnknown: '状态未说明',
    changesLeft: '还能改 {n} 次',
    submitted: '提交的',
    reason: '原因',
    advice: '建议',
    effect: '影响',
    expired: '长期没有提审，平台收回了这个名称；改名并通过审核后才能再提审和发布。'
  },
  submittedIcon: {
    alt: '提交审核的图标',
    failed: '提交的图标没有读到，重读',
    reading: '正在读取提交的图标'
  },
  subject: {
    title: '主体',
    none: '平台没有给出主体信息。',
    name: '名称',
    type: '类型',
    verification: '认证',
    person: '个人',
    company: '企业',
    notTold: '平台没有说明'
  },
  change: { from: '现在', to: '改成' },
  nameDialog: {
    title: '修改名称',
    field: '新名称',
    help: '4–20 个字符，汉字算 2 个；只用汉字、字母、数字，末尾可以是 +',
    empty: '请填写名称',
    same: '和现在的名称一样',
    refused: '检测没有通过：{reason}',
    notAccepted: '平台不接受这个名称',
    evidence: '商标证明',
    evidenceField: '商标证明（加盖公章）',
    evidenceMissing: '请上传加盖公章的商标证明',
    submitting: '正在提交',
    submit: '提交名称',
    submitNamed: '提交名称「{name}」'
  },
  nameCheck: {
    button: '检测名称',
    checking: '正在检测',
    failed: '没有检测成：{message}',
    advisory: '检测只作参考，以审核为准',
    usable: '可以使用',
    evidence: '要商标证明',
    refused: '不能使用'
  },
  introductionDialog: {
    title: '修改简介',
    field: '新简介',
    help: '{min}–{max} 个字',
    same: '和现在的简介一样',
    none: '没有简介',
    submit: '提交新简介'
  },
  iconDialog: {
    title: '更换图标',
    field: '新图标',
    present: '现在的图标',
    becomes: '改成',
    choose: '选择图片，或拖到这里：png 或 jpeg，会裁成 {side}×{side} 像素',
    chooseOther: '换一张图片，或拖到这里',
    small: '原图这一块只有 {side}×{side} 像素，放大到 {target}×{target} 后可能模糊。',
    notChosen: '请先选择图片',
    cropping: '正在裁切',
    sending: '正在把新图标发给平台',
    unchanged: '还是原来的图标，没有任何改动；裁好的图片还在，可以再提交。',
    cancelled: '已取消发送。还是原来的图标，没有任何改动；裁好的图片还在，可以再提交。',
    submit: '提交新图标'
  },
  /** What all parts of a merchant's set-up share. */
  setup: {
    never: '还没有读取过',
    readAgo: '{time}读取',
    refresh: '刷新',
    busy: '正在修改，完成后再试',
    busyWith: '正在{what}，完成后再试',
    unsettled: '上一次修改的结果还没有确认，请先在修改记录里确认',
    wait: '平台要求稍后再试，还剩 {wait}',
    history: '修改记录',
    noHistory: '还没有在这个程序里修改过。',
    rollout: '批量发布',
    lost: '平台的回答没有收到。程序会读取现在的设置来核对，不会重复发送。',
    stillUnknown: '{time}核对过，还看不出结果，请过一会儿再试。',
    logId: 'log_id',
    settle: '立即确认'
  }
} as const
