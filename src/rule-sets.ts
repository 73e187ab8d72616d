/**
 * Rule sets ready to use: the first scheme and its parts, and other communities' schemes as examples.
 *
 * @packageDocumentation
 */

export {
  type CareSupport,
  type CareSupportItems,
  type CareSupportReadings,
  careSupport,
} from './rule-sets/care-support.js';
export {
  type CommunityHouseholds,
  type CommunityHouseholdsItems,
  type CommunityHouseholdsLevel,
  type CommunityHouseholdsReadings,
  communityHouseholds,
} from './rule-sets/community-households.js';
export {
  type CompanyBranch,
  type CompanyBranchItems,
  type CompanyBranchReadings,
  companyBranch,
} from './rule-sets/company-branch.js';
export {
  type DistrictTimeBank,
  type DistrictTimeBankItems,
  districtTimeBank,
} from './rule-sets/district-time-bank.js';
export type { ExampleOffices, ExampleRules } from './rule-sets/example-parts.js';
export { type Hailin, type HailinItems, type HailinReadings, hailin } from './rule-sets/hailin.js';
export {
  type Huangshan,
  type HuangshanItems,
  type HuangshanReadings,
  huangshan,
} from './rule-sets/huangshan.js';
export { type Luohe, type LuoheItems, type LuoheReadings, luohe } from './rule-sets/luohe.js';
export type { Renfa2022Readings } from './rule-sets/renfa-2022-31/readings.js';
export type { Renfa2022Items, Renfa2022Limits } from './rule-sets/renfa-2022-31/roles.js';
export {
  type Renfa2022,
  type Renfa2022Closing,
  type Renfa2022Offices,
  renfa2022,
} from './rule-sets/renfa-2022-31/rules.js';
export { type RidingClub, type RidingClubItems, ridingClub } from './rule-sets/riding-club.js';
export { type SeniorPoints, type SeniorPointsItems, seniorPoints } from './rule-sets/senior-points.js';
export {
  type TimeBank,
  type TimeBankItems,
  type TimeBankReadings,
  timeBank,
} from './rule-sets/time-bank.js';
export {
  type XinyangVillage,
  type XinyangVillageItems,
  type XinyangVillageReadings,
  xinyangVillage,
} from './rule-sets/xinyang-village.js';
