import { text } from '../words.js';

export const importing = {
  importTitle: text('导入台账', 'Import a register'),
  importLead: text(
    '先预检，不写入；确认后再导入。重复导入同一文件不会重复记分。',
    'A dry run comes first and writes nothing. Importing the same file twice scores nothing twice.',
  ),
  file: text('台账文件', 'File'),
  fileHint: text(
    'Excel、WPS 的 .xlsx 文件（读取第一个工作表），或 CSV 文件（UTF-8 或 GB18030 编码，以逗号、分号或制表符分隔）；最大 8 MB、50000 行（连空行 100000 行）、50 列，每个单元格最多 32767 个字符。',
    'A workbook (.xlsx), of which the first sheet is read, or CSV in UTF-8 or GB18030, separated by commas, semicolons or tabs; at most 8 MB, 50,000 rows (100,000 lines with the empty ones), 50 columns, and 32,767 characters in a cell.',
  ),
  dryRun: text('导入预检', 'Dry run'),
  apply: text('确认导入', 'Import'),
  columnsTitle: text('各列说明', 'Columns'),
  columnsLead: text(
    '表头写列名，中文或英文均可，次序不限；须在前 20 行以内，上方可有标题、合并单元格或空行，不读取。',
    'The headings name the columns, in Chinese or English and in any order. They stand within the first 20 lines; titles, merged cells and empty lines above them are not read.',
  ),
  template: text('下载模板', 'Download a template'),
  columnName: text('列名', 'Column'),
  columnFor: text('用于', 'Used for'),
  everyRow: text('各类记录', 'every row'),
  dryRunTitle: text('导入预检结果', 'Result of the dry run'),
  appliedTitle: text('导入结果', 'Result of the import'),
  progress: (done: number, of: number) => text(`已处理 ${done} / ${of} 行`, `${done} of ${of} rows done`),
  rows: text('行数', 'Rows'),
  wouldAdd: text('将新增', 'To add'),
  added: text('已新增', 'Added'),
  already: text('此前已有', 'On record already'),
  refused: text('未能办理', 'Refused'),
  refusedRows: text('未能办理的行', 'Refused rows'),
  firstShown: (shown: number, of: number) =>
    text(`显示前 ${shown} 行，共 ${of} 行。`, `The first ${shown} of ${of} are shown.`),
  line: text('行', 'Line'),
  whyRefused: text('原因', 'Reason'),
  encoding: text('编码', 'Encoding'),
  unknownColumns: (names: string) => text(`未使用的列：${names}`, `Columns that are not used: ${names}`),
  importStopped: text(
    '导入中断。请重新导入同一文件，已记录的不会重复。',
    'The import stopped. Import the same file again: what is on record is not doubled.',
  ),
  noFile: text('请选择文件。', 'Choose a file.'),
  fileEmpty: text('文件是空的。', 'The file is empty.'),
  fileTooLarge: text(
    '文件超过 8 MB，请分成几个文件导入。',
    'The file is larger than 8 MB: divide it into several.',
  ),
  textTooLarge: text(
    '文件内容超过 8 MB（按 UTF-8 计），请分成几个文件导入。',
    'The text of the file is too large, more than 8 MB in UTF-8: divide it into several.',
  ),
  tooManyRows: (most: number, lines: number) =>
    text(
      `文件超过 ${most} 行（连空行超过 ${lines} 行），请分成几个文件导入。`,
      `The file has more than ${most} rows, or more than ${lines} lines with the empty ones: divide it into several.`,
    ),
  tooManyColumns: (most: number) =>
    text(
      `文件超过 ${most} 列，请删去不需要的列。`,
      `The file has more than ${most} columns: take out those that are not needed.`,
    ),
  cellTooLong: (most: number) =>
    text(`有单元格超过 ${most} 个字符。`, `A cell has more than ${most} characters.`),
  notWorkbook: text(
    '无法读取此工作簿，请用 Excel 或 WPS 重新保存为 .xlsx（不加密）后再试。',
    'This workbook cannot be read: save it again as .xlsx, without a password.',
  ),
  oldWorkbook: text(
    '这是旧版 .xls 文件，请另存为 .xlsx 后再导入。',
    'This is a workbook of the old kind (.xls): save it as .xlsx.',
  ),
  columnMay: text('可填内容', 'May be'),
  anyDay: text('日期，如 2026-03-01', 'a day, such as 2026-03-01'),
  anyWords: text('文字', 'words'),
  anyNumber: text('正整数', 'a whole number'),
  anyAccount: text('账户编号，如 linan-0001', 'an account number, such as linan-0001'),
  anyRewards: text(
    '兑换品的名称或编号和数量，如“理发一次×1；大米×2”；名称以该日期施行的手册为准，名称含分号的加双引号',
    'titles or ids of rewards and numbers, such as haircut×1; rice×2; titles as the handbook of that day has them, in quotes where there is a semicolon in one',
  ),
  rewardsNow: (titles: string) => text(`现行手册：${titles}`, `in the handbook now: ${titles}`),
  sharedTitle: (title: string, ids: string) =>
    text(
      `手册中名称为“${title}”的兑换品不止一种：${ids}，请填写编号。`,
      `Several rewards of the handbook are called '${title}': ${ids}. Give the id.`,
    ),
  exampleReward: text('理发一次', 'a haircut'),
  exampleMatter: text('社区议事会', 'residents’ council'),
  examplePost: text('平安巡逻', 'street patrol'),
  exampleHint: text(
    '模板中以 # 开头的行是可填内容和示例，不导入；去掉 # 即成为一行记录。',
    'Lines of the template that begin with # are what may be entered and examples, and are not imported; without the # they are.',
  ),
  notDecoded: text(
    '无法识别文件编码，请用 UTF-8 或 GB18030 保存。',
    'The encoding is not known: save the file as UTF-8 or GB18030.',
  ),
  notCsv: (line: number) =>
    text(
      `第 ${line} 行起不是有效的 CSV（引号不成对）。`,
      `From line ${line} on this is not CSV: a quote is out of place.`,
    ),
  notCsvRow: text('本行引号不成对，未能读取。', 'A quote is out of place in this row.'),
  noColumn: (name: string, line: number) =>
    text(
      `第 ${line} 行的表头缺少列“${name}”。`,
      `In the headings of line ${line} the column '${name}' is missing.`,
    ),
  noHeadings: (lines: number, names: string) =>
    text(
      `前 ${lines} 行内未找到表头：表头行须有“${names}”三列。`,
      `No headings were found in the first ${lines} lines: a row with the columns '${names}'.`,
    ),
  headingsAt: (line: number) =>
    text(
      `表头在第 ${line} 行，其上各行未读取。`,
      `The headings are in line ${line}; the lines above were not read.`,
    ),
  twiceColumn: (name: string) => text(`列“${name}”出现两次。`, `The column '${name}' is there twice.`),
  noRows: text('文件没有数据行。', 'The file has no rows.'),
  exportTitle: text('导出', 'Export'),
  exportLead: text(
    '记录归社区所有，可随时全部取走。',
    'The record belongs to the community and can be taken along whole.',
  ),
  exportEvents: text('全部记录备份（JSON Lines）', 'Backup of the whole record (JSON Lines)'),
  exportEventsText: text(
    '每行一条记录，与存储内容一致，更正、撤销、注销等全部在内；规则工作台可读取，也可据此恢复全部积分记录（见使用说明）。',
    'One event a line, as stored, with corrections, reversals and closings; the workbench reads it, and the whole record can be restored from it (see the README).',
  ),
  exportRegister: text('台账（CSV）', 'Register (CSV)'),
  exportRegisterText: text('每个账户一行。', 'One line for each account.'),
  exportRecord: text('全部记录（CSV）', 'The whole record (CSV)'),
  exportRecordText: text(
    '供查阅：每笔一行，开户、报到、认领、记分、兑换、更正、撤销、退岗、核定、转出转入、限制资格、注销全部在内，附积分变动、经办人和说明。',
    'To read: a line for each entry, with every correction, reversal, post given up, verification, transfer, bar and closing, what it moved, who entered it and why.',
  ),
  exportEntries: text('供导入的记录（CSV）', 'Entries for the import (CSV)'),
  exportEntriesText: text(
    '与导入同一格式：开户、报到、认领、记分、兑换。已撤销的不在其中；更正、退岗、核定、转出转入、限制资格、注销只能由全部记录备份恢复。',
    'In the form that the import reads: openings, report-ins, claims, credits and redemptions. Without what was undone; corrections, posts given up, verifications, transfers, bars and closings come back only by the backup.',
  ),
  recordedDay: text('登记日期', 'Recorded on'),
  kindOfEntry: text('类型', 'Kind'),
  redeemableChange: text('可兑换积分变动', 'Change of redeemable'),
  assessmentChange: text('考核积分变动', 'Change of assessment'),
  office: text('办理单位', 'Office'),
  recorder: text('经办人', 'Entered by'),
  inWords: text('说明', 'In words'),
  workbenchMissing: text(
    '规则工作台尚未安装，请联系系统管理员。',
    'The workbench is not installed: please ask the administrator.',
  ),
} as const;
