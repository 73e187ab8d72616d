export interface paths {
    "/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The accounts of a community, or of all, by id, page by page */
        get: operations["listAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An account with its balance today */
        get: operations["readAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The events of an account as they are stored, page by page */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The feedback of a year */
        get: operations["readFeedback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/rewards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an account can redeem today, and why it cannot redeem the rest */
        get: operations["readRewards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An account line by line, with the reason of each score */
        get: operations["readStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enter a command
         * @description Decides a command and stores what it yields. Send it again where no answer came: by the id of its entry (or its account, post, matter or day, where it has none) the same command is known again, answered with isRepeated, and stored once. The same id with other content is a conflict. The office and community of by are those of the key; who entered it is kept with the events.
         */
        post: operations["enterCommand"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a command
         * @description Decides a command as it would be decided now, and stores nothing.
         */
        post: operations["previewCommand"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{communityId}/handbook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A community's handbook in force, with what is left in stock */
        get: operations["readHandbook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of a community, or of all, on a day */
        get: operations["readRegister"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rule set in force */
        get: operations["readRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Account: {
            accountId: string;
            /** @description Points */
            assessment: number;
            /** Format: date */
            closedOn?: string;
            communityId: string;
            /** Format: date */
            openedOn: string;
            /** @description Points */
            redeemable: number;
            role: string;
            roleTitle: string;
            /** @description The number of its events */
            version: number;
        };
        /** AccountBarred */
        AccountBarred: {
            data: components["schemas"]["AccountBarredData"];
            kind?: unknown;
            metadata?: components["schemas"]["AccountBarredMetadata"];
            /** @constant */
            type: "AccountBarred";
        };
        /** AccountBarredData */
        AccountBarredData: {
            accountId: components["schemas"]["Id"];
            barId: components["schemas"]["Id"];
            bars: ("recognition" | "redeeming" | "earning")[];
            by: components["schemas"]["By"];
            clause: components["schemas"]["Clause"];
            communityId: components["schemas"]["Id"];
            from: components["schemas"]["CalendarDate"];
            ground: components["schemas"]["Slug"];
            on: components["schemas"]["CalendarDate"];
            readings: components["schemas"]["ReadingsUsed"];
            reason: components["schemas"]["FreeText"];
            recordedOn?: components["schemas"]["CalendarDate"];
            ruleSet: components["schemas"]["RuleSetReference"];
            title: components["schemas"]["Text"];
            until?: components["schemas"]["CalendarDate"];
        };
        /** AccountBarredMetadata */
        AccountBarredMetadata: {
            schemaVersion?: number;
        } & {
            [key: string]: unknown;
        };
        /** AccountClosed */
        AccountClosed: {
            data: components["schemas"]["AccountClosedData"];
            kind?: unknown;
            metadata?: components["schemas"]["AccountClosedMetadata"];
            /** @constant */
            type: "AccountClosed";
        };
        /** AccountClosedData */
        AccountClosedData: {
            accountId: components["schemas"]["Id"];
            balance: number;
            by: components["schemas"]["By"];
            clause: components["schemas"]["Clause"];
            communityId: components["schemas"]["Id"];
            continuedBy?: components["schemas"]["Id"];
            forfeited: number;
            handedOn?: components["schemas"]["HandedOn"];
            memberId?: components["schemas"]["Id"];
            on: components["schemas"]["CalendarDate"];
            readings: components["schemas"]["ReadingsUsed"];
            reason: components["schemas"]["Slug"];
            reasonTitle: components["schemas"]["Text"];
            recordedOn?: components["schemas"]["CalendarDate"];
            ruleSet: components["schemas"]["RuleSetReference"];
        };
        /** AccountClosedMetadata */
        AccountClosedMetadata: {
            schemaVersion?: number;
        } & {
            [key: string]: unknown;
        };
        /** AccountOpened */
        AccountOpened: {
            data: components["schemas"]["AccountOpenedData"];
            kind?: unknown;
            metadata?: components["schemas"]["AccountOpenedMetadata"];
            /** @constant */
            type: "AccountOpened";
        };
        /** AccountOpenedData */
        AccountOpenedData: {
            accountId: components["schemas"]["Id"];
            accountTitle: components["schemas"]["Text"];
            by: components["schemas"]["By"];
            clause: components["schemas"]["Clause"];
            colour: components["schemas"]["Slug"];
            communityId: components["schemas"]["Id"];
            continues?: components["schemas"]["Continued"][];
            feedback: {
                clause: components["schemas"]["Clause"];
                due: components["schemas"]["MonthDay"];
                outOf?: number;
                recipients: {
                    id: components["schemas"]["Slug"];
                    title: components["schemas"]["Text"];
                }[];
                /** @enum {string} */
                scale?: "to-highest";
                uses: {
                    id: components["schemas"]["Slug"];
                    title: components["schemas"]["Text"];
                }[];
                /** @enum {string} */
                yearStarts: "01-01" | "12-01";
            };
            item: components["schemas"]["Slug"];
            memberId?: components["schemas"]["Id"];
            on: components["schemas"]["CalendarDate"];
            otherAccounts?: {
                accountId: components["schemas"]["Id"];
                communityId: components["schemas"]["Id"];
            }[];
            points: number;
            readings: components["schemas"]["ReadingsUsed"];
            recordedOn?: components["schemas"]["CalendarDate"];
            reportsIn: boolean;
            role: components["schemas"]["Slug"];
            roleTitle: components["schemas"]["Text"];
            ruleSet: components["schemas"]["RuleSetReference"];
            standsFor?: {
                clause: components["schemas"]["Clause"];
                id: components["schemas"]["Slug"];
                title: components["schemas"]["Text"];
            }[];
            title: components["schemas"]["Text"];
        };
        /** AccountOpenedMetadata */
        AccountOpenedMetadata: {
            schemaVersion?: number;
        } & {
            [key: string]: unknown;
        };
        Accounts: {
            accounts: components["schemas"]["Account"][];
            /** @description Send it as after for the next page; absent on the last */
            next?: string;
        };
        /** ActivityCredited */
        ActivityCredited: {
            data: components["schemas"]["ActivityCreditedData"];
            kind?: unknown;
            metadata?: components["schemas"]["ActivityCreditedMetadata"];
            /** @constant */
            type: "ActivityCredited";
        };
        /** ActivityCreditedData */
        ActivityCreditedData: {
            accountId: components["schemas"]["Id"];
            addedUp?: components["schemas"]["AddedUp"];
            bar?: components["schemas"]["EntryBar"];
            base: number;
            by: components["schemas"]["By"];
            /** @enum {string} */
            capacity?: "service" | "attendance";
            catalogue?: components["schemas"]["Slug"];
            clause: components["schemas"]["Clause"];
            communityId: components["schemas"]["Id"];
            difficulty?: components["schemas"]["Slug"];
            /** @enum {string} */
            entry: "registration" | "activity";
            factor?: components["schemas"]["FactorApplied"];
            /** @constant */
            formComplete?: true;
            item: components["schemas"]["Slug"];
            limits?: components["schemas"]["LimitApplied"][];
            /** @constant */
            lowers?: true;
            matter?: components["schemas"]["MatterApplied"];
            matterId: components["schemas"]["Id"];
            memberId?: components["schemas"]["Id"];
            note?: components["schemas"]["FreeText"];
            on: components["schemas"]["CalendarDate"];
            /** @constant */
            pending?: true;
            points: number;
            postId?: components["schemas"]["Id"];
            quantity?: components["schemas"]["Quantity"];
            readings: components["schemas"]["ReadingsUsed"];
            recordedOn?: components["schemas"]["CalendarDate"];
            ruleSet: components["schemas"]["RuleSetReference"];
            scored: number;
            /** @constant */
            takesAll?: true;
            title: components["schemas"]["Text"];
            unit?: components["schemas"]["Slug"];
        };
        /** ActivityCreditedMetadata */
        ActivityCreditedMetadata: {
            schemaVersion?: number;
        } & {
            [key: string]: unknown;
        };
        /**
         * AddedUp
         * @description The quantities of the entry's window to which it was added before they became points.
         */
        AddedUp: {
            before: number;
            per: components["schemas"]["WindowKind"];
            window: components["schemas"]["WindowName"];
        };
        /**
         * AffectedEntry
         * @description The entry that a reversal takes out or puts back.
         */
        AffectedEntry: {
            /** @enum {string} */
            capacity?: "service" | "attendance";
            id: components["schemas"]["Id"];
            item?: components["schemas"]["Slug"];
            /** @enum {string} */
            kind: "matter" | "report-in" | "claim" | "redemption" | "correction" | "bar" | "transfer";
            on: components["schemas"]["CalendarDate"];
        };
        /** BalanceScoring */
        BalanceScoring: {
            /** @constant */
            by: "balance";
        };
        /** BandsScoring */
        BandsScoring: {
            bands: {
                each?: components["schemas"]["Quantity"];
                from: number;
                points: number;
            }[];
            /** @constant */
            by: "bands";
            /** @constant */
            lowers?: true;
            maximum?: components["schemas"]["Quantity"];
            over?: components["schemas"]["WindowKind"];
            /** @enum {string} */
            rounding?: "down" | "up" | "nearest";
            unit: components["schemas"]["Slug"];
            unitTitle: components["schemas"]["Text"];
        };
        /** BarAccount */
        BarAccount: {
            data: components["schemas"]["BarAccountData"];
            kind?: unknown;
            metadata?: unknown;
            /** @constant */
            type: "BarAccount";
        };
        /** BarAccountData */
        BarAccountData: {
            accountId: components["schemas"]["Id"];
            barId: components["schemas"]["Id"];
            by: {
                approvedBy?: components["schemas"]["Id"];
                communityId?: components["schemas"]["Id"];
                office: components["schemas"]["Slug"];
                recorder?: components["schemas"]["Id"];
            };
            from: components["schemas"]["CalendarDate"];
            ground: components["schemas"]["Id"];
            on: components["schemas"]["CalendarDate"];
            reason: components["schemas"]["FreeText"];
            recordedOn?: components["schemas"]["CalendarDate"];
            until?: components["schemas"]["CalendarDate"];
        };
        /**
         * By
         * @description Who enters it: the office, its community if it acts on the accounts of its own, and the persons there.
         */
        By: {
            approvedBy?: components["schemas"]["Id"];
            communityId?: components["schemas"]["Id"];
            office: components["schemas"]["Slug"];
            recorder?: components["schemas"]["Id"];
        };
        /**
         * CalendarDate
         * Format: date
         * @description A day that exists, YYYY-MM-DD, from 1900 on; no time, no time zone.
         */
        CalendarDate: string;
        /** ClaimPost */
        ClaimPost: {
            data: components["schemas"]["ClaimPostData"];
            kind?: unknown;
            metadata?: unknown;
            /** @constant */
            type: "ClaimPost";
        };
        /** ClaimPostData */
        ClaimPostData: {
            accountId: components["schemas"]["Id"];
            by: {
                approvedBy?: components["schemas"]["Id"];
                communityId?: components["schemas"]["Id"];
                office: components["schemas"]["Slug"];
                recorder?: components["schemas"]["Id"];
            };
            catalogue?: components["schemas"]["Id"];
            difficulty?: components["schemas"]["Id"];
            /** @enum {string} */
            kind: "post" | "project";
            on: components["schemas"]["CalendarDate"];
            postId: components["schemas"]["Id"];
            recordedOn?: components["schemas"]["CalendarDate"];
        };
        /**
         * Clause
         * @description A clause of the scheme's text, as a path of its own numbering: 2.3.1.2.
         */
        Clause: string;
        /** CloseAccount */
        CloseAccount: {
            data: components["schemas"]["CloseAccountData"];
            kind?: unknown;
            metadata?: unknown;
            /** @constant */
            type: "CloseAccount";
        };
        /** CloseAccountData */
        CloseAccountData: {
            accountId: components["schemas"]["Id"];
            by: {
                approvedBy?: components["schemas"]["Id"];
                communityId?: components["schemas"]["Id"];
                office: components["schemas"]["Slug"];
                recorder?: components["schemas"]["Id"];
            };
            continuedBy?: components["schemas"]["Id"];
            on: components["schemas"]["CalendarDate"];
            reason: components["schemas"]["Id"];
            recordedOn?: components["schemas"]["CalendarDate"];
        };
        /**
         * Command
         * @description A command to one account: what an office asks the bank to enter.
         */
        Command: components["schemas"]["OpenAccount"] | components["schemas"]["ReportIn"] | components["schemas"]["ClaimPost"] | components["schemas"]["ReleasePost"] | components["schemas"]["CreditActivity"] | components["schemas"]["VerifyEntry"] | components["schemas"]["RedeemPoints"] | components["schemas"]["CorrectScore"] | components["schemas"]["ReverseEntry"] | components["schemas"]["TransferPoints"] | components["schemas"]["ReceivePoints"] | components["schemas"]["BarAccount"] | components["schemas"]["CloseAccount"];
        /**
         * Condition
         * @description What something needs: a measure over a window, of a least amount, a most, or both.
         */
        Condition: {
            clause?: components["schemas"]["Clause"];
            /** @enum {string} */
            counts: "points" | "deductions" | "entries" | "quantity" | "redeemed" | "visits" | "rewards" | "sent" | "transfers" | "balance" | "months";
            /** @constant */
            each?: "member";
            items?: components["schemas"]["Slug"][];
            maximum?: number;
            minimum?: number;
            per: components["schemas"]["WindowSpan"];
            rewards?: components["schemas"]["Id"][];
            title: components["schemas"]["Text"];
            unit?: components["schemas"]["Slug"];
        };
        /**
         * Continued
         * @description A closed account that another one continues, and what it handed on.
         */
        Continued: {
            accountId: components["schemas"]["Id"];
            closedOn: components["schemas"]["CalendarDate"];
            communityId: components["schemas"]["Id"];
            handedOn: components["schemas"]["HandedOn"];
            reason: components["schemas"]["Id"];
        };
        /** CorrectScore */
        CorrectScore: {
            data: components["schemas"]["CorrectScoreData"];
            kind?: unknown;
            metadata?: unknown;
            /** @constant */
            type: "CorrectScore";
        };
        /** CorrectScoreData */
        CorrectScoreData: {
            accountId: components["schemas"]["Id"];
            by: {
                approvedBy?: components["schemas"]["Id"];
                communityId?: components["schemas"]["Id"];
                office: components["schemas"]["Slug"];
                recorder?: components["schemas"]["Id"];
            };
            correctionId: components["schemas"]["Id"];
            corrects?: components["schemas"]["Id"];
            item?: components["schemas"]["Id"];
            on: components["schemas"]["CalendarDate"];
            points: number;
            reason: components["schemas"]["FreeText"];
            recordedOn?: components["schemas"]["CalendarDate"];
        };
        /** CreditActivity */
        CreditActivity: {
            data: components["schemas"]["CreditActivityData"];
            kind?: unknown;
            metadata?: unknown;
            /** @constant */
            type: "CreditActivity";
        };
        /** CreditActivityData */
        CreditActivityData: {
            accountId: components["schemas"]["Id"];
            by: {
                approvedBy?: components["schemas"]["Id"];
                communityId?: components["schemas"]["Id"];
                office: components["schemas"]["Slug"];
                recorder?: components["schemas"]["Id"];
            };
            catalogue?: components["schemas"]["Id"];
            clause?: components["schemas"]["Clause"];
            difficulty?: components["schemas"]["Id"];
            item: components["schemas"]["Id"];
            matterId: components["schemas"]["Id"];
            memberId?: components["schemas"]["Id"];
            note?: components["schemas"]["FreeText"];
            on: components["schemas"]["CalendarDate"];
            postId?: components["schemas"]["Id"];
            quantity?: components["schemas"]["Quantity"];
            recordedOn?: components["schemas"]["CalendarDate"];
        };
        /** DifficultyScoring */
        DifficultyScoring: {
            /** @constant */
            by: "difficulty";
            points: {
                [key: string]: number;
            };
        };
        Entered: {
            events: components["schemas"]["Event"][];
            /** @description The same command is on record already: nothing was entered, and events is empty */
            isRepeated: boolean;
            /** @description The number of events that the account has now */
            version: number;
            warnings: {
                clause: string;
                code: string;
                detail: string;
            }[];
            /** @description Each event as a sentence */
            words: string[];
        };
        /**
         * Entry
         * @description An earlier entry of the account.
         */
        Entry: {
            id: components["schemas"]["Id"];
            item: components["schemas"]["Slug"];
            on: components["schemas"]["CalendarDate"];
            points: number;
        };
        /**
         * EntryBar
         * @description The bar that an entry sets, for as long as it stands.
         */
        EntryBar: {
            bars: ("recognition" | "redeeming" | "earning")[];
            clause: components["schemas"]["Clause"];
            from: components["schemas"]["CalendarDate"];
            ground: components["schemas"]["Slug"];
            title: components["schemas"]["Text"];
            until?: components["schemas"]["CalendarDate"];
        };
        /** EntryReversed */
        EntryReversed: {
            data: components["schemas"]["EntryReversedData"];
            kind?: unknown;
            metadata?: components["schemas"]["EntryReversedMetadata"];
            /** @constant */
            type: "EntryReversed";
        };
        /** EntryReversedData */
        EntryReversedData: {
            accountId: components["schemas"]["Id"];
            assessment: number;
            balance: number;
            by: components["schemas"]["By"];
            clause: components["schemas"]["Clause"];
            communityId: components["schemas"]["Id"];
            entry: components["schemas"]["AffectedEntry"];
            /** @enum {string} */
            entryIs: "out" | "back";
            lines?: {
                quantity: number;
                rewardId: components["schemas"]["Id"];
            }[];
            on: components["schemas"]["CalendarDate"];
            readings: components["schemas"]["ReadingsUsed"];
            reason: components["schemas"]["FreeText"];
            recordedOn?: components["schemas"]["CalendarDate"];
            reversalId: components["schemas"]["Id"];
            reverses: {
                /** @enum {string} */
                capacity?: "service" | "attendance";
                id: components["schemas"]["Id"];
                item?: components["schemas"]["Id"];
                /** @enum {string} */
                kind: "matter" | "report-in" | "claim" | "redemption" | "correction" | "bar" | "transfer" | "reversal";
                on?: components["schemas"]["CalendarDate"];
            };
            ruleSet: components["schemas"]["RuleSetReference"];
        };
        /** EntryReversedMetadata */
        EntryReversedMetadata: {
            schemaVersion?: number;
        } & {
            [key: string]: unknown;
        };
        /** EntryVerified */
        EntryVerified: {
            data: components["schemas"]["EntryVerifiedData"];
            kind?: unknown;
            metadata?: components["schemas"]["EntryVerifiedMetadata"];
            /** @constant */
            type: "EntryVerified";
        };
        /** EntryVerifiedData */
        EntryVerifiedData: {
            accountId: components["schemas"]["Id"];
            addedUp?: components["schemas"]["AddedUp"];
            base: number;
            by: components["schemas"]["By"];
            clause: components["schemas"]["Clause"];
            communityId: components["schemas"]["Id"];
            difficulty?: components["schemas"]["Slug"];
            entryOn: components["schemas"]["CalendarDate"];
            factor?: components["schemas"]["FactorApplied"];
            item: components["schemas"]["Slug"];
            limits?: components["schemas"]["LimitApplied"][];
            /** @constant */
            lowers?: true;
            matter?: components["schemas"]["MatterApplied"];
            on: components["schemas"]["CalendarDate"];
            points: number;
            quantity?: components["schemas"]["Quantity"];
            readings: components["schemas"]["ReadingsUsed"];
            recordedOn?: components["schemas"]["CalendarDate"];
            ruleSet: components["schemas"]["RuleSetReference"];
            scored: number;
            /** @constant */
            takesAll?: true;
            title: components["schemas"]["Text"];
            unit?: components["schemas"]["Slug"];
            verifies: {
                /** @enum {string} */
                capacity?: "service" | "attendance";
                id: components["schemas"]["Id"];
                item?: components["schemas"]["Id"];
                /** @enum {string} */
                kind: "matter" | "report-in" | "claim";
                on?: components["schemas"]["CalendarDate"];
            };
        };
        /** EntryVerifiedMetadata */
        EntryVerifiedMetadata: {
            schemaVersion?: number;
        } & {
            [key: string]: unknown;
        };
        /**
         * Event
         * @description What happened to an account, in the current form of its type; metadata.schemaVersion says which that is.
         */
        Event: components["schemas"]["AccountOpened"] | components["schemas"]["PostClaimed"] | components["schemas"]["PostReleased"] | components["schemas"]["ActivityCredited"] | components["schemas"]["EntryVerified"] | components["schemas"]["PointsRedeemed"] | components["schemas"]["ScoreCorrected"] | components["schemas"]["EntryReversed"] | components["schemas"]["PointsSent"] | components["schemas"]["PointsReceived"] | components["schemas"]["AccountBarred"] | components["schemas"]["AccountClosed"];
        Events: {
            events: {
                event: components["schemas"]["Event"];
                number: number;
                words: string;
            }[];
            /** @description Send it as after for the next page; absent on the last */
            next?: number;
        };
        /**
         * FactorApplied
         * @description A factor of the entry's day, by which its points are multiplied.
         */
        FactorApplied: {
            clause: components["schemas"]["Clause"];
            factor: components["schemas"]["Slug"];
            scored: number;
            times: components["schemas"]["Quantity"];
            title: components["schemas"]["Text"];
        };
        /**
         * FactorRule
         * @description Days on which points are multiplied.
         */
        FactorRule: {
            clause?: components["schemas"]["Clause"];
            from: components["schemas"]["CalendarDate"];
            times: components["schemas"]["Quantity"];
            title: components["schemas"]["Text"];
            until: components["schemas"]["CalendarDate"];
        };
        Feedback: {
            accountId: string;
            /** @description Points */
            assessment: number;
            byItem: {
                clause: string;
                entries: number;
                item: string;
                /** @description Points */
                points: number;
                title: string;
            }[];
            clause: string;
            /** Format: date */
            closedOn?: string;
            communityId: string;
            /** @description Points */
            corrected: number;
            /** Format: date */
            dueOn: string;
            /** @description Points */
            earned: number;
            /** Format: date */
            from: string;
            isOnTime: boolean;
            mark?: {
                /** @description Points */
                outOf: number;
                /** @description Points */
                points: number;
            };
            /** Format: date */
            openedOn: string;
            /** @description Points */
            redeemable: number;
            /** @description Points */
            redeemed: number;
            role: string;
            roleTitle: string;
            /** Format: date */
            sentOn: string;
            supplement: {
                /** @description Points */
                assessment: number;
                /** @description Points */
                corrected: number;
                /** @description Points */
                earned: number;
                /** @description Points */
                redeemed: number;
                /** @description Points */
                takenUp: number;
                /** @description Points */
                transferred: number;
            };
            /** @description Points */
            takenUp: number;
            /** Format: date */
            to: string;
            /** @description Points */
            transferred: number;
            year: number;
        };
        /** FixedScoring */
        FixedScoring: {
            /** @constant */
            by: "fixed";
            points: number;
        };
        /**
         * FreeText
         * @description Words that say something: not only space, no control characters but line breaks and tabs, none of direction.
         */
        FreeText: string;
        /** GoodsReward */
        GoodsReward: {
            consent?: components["schemas"]["CalendarDate"];
            consentUntil?: components["schemas"]["CalendarDate"];
            /** @constant */
            kind: "goods";
            limit?: {
                per: components["schemas"]["RedemptionSpan"];
                quantity: number;
            };
            price: number;
            rewardId: components["schemas"]["Id"];
            stock?: number;
            stockFrom?: components["schemas"]["CalendarDate"];
            title: components["schemas"]["Text"];
        };
        /**
         * Handbook
         * @description A community's points handbook: what can be redeemed, and for how much.
         */
        Handbook: {
            communityId: components["schemas"]["Id"];
            daysOff?: components["schemas"]["CalendarDate"][];
            filed?: components["schemas"]["CalendarDate"];
            follows?: components["schemas"]["Id"];
            published: components["schemas"]["CalendarDate"];
            rewards: components["schemas"]["Reward"][];
            standingConsent?: components["schemas"]["CalendarDate"];
            standingConsentUntil?: components["schemas"]["CalendarDate"];
            version: components["schemas"]["Id"];
        };
        /**
         * HandedOn
         * @description What a closed account hands on: what it earned and spent day by day, its report-ins, posts and bars.
         */
        HandedOn: {
            bars: {
                barId: components["schemas"]["Id"];
                from: components["schemas"]["CalendarDate"];
                ground: components["schemas"]["Id"];
                until?: components["schemas"]["CalendarDate"];
            }[];
            corrected: {
                on: components["schemas"]["CalendarDate"];
                points: number;
            }[];
            items: {
                entries: number;
                freed?: number;
                item: components["schemas"]["Slug"];
                memberId?: components["schemas"]["Id"];
                on: components["schemas"]["CalendarDate"];
                points: number;
                quantities?: {
                    quantity: number;
                    unit: components["schemas"]["Slug"];
                }[];
            }[];
            posts: {
                on: components["schemas"]["CalendarDate"];
                postId: components["schemas"]["Id"];
            }[];
            reportIns: components["schemas"]["CalendarDate"][];
            transferred: {
                on: components["schemas"]["CalendarDate"];
                points: number;
            }[];
            visits: {
                at?: components["schemas"]["Id"];
                lines: {
                    price: number;
                    quantity: number;
                    rewardId: components["schemas"]["Id"];
                }[];
                on: components["schemas"]["CalendarDate"];
                redemptionId: components["schemas"]["Id"];
            }[];
        };
        /** HonourReward */
        HonourReward: {
            consent?: components["schemas"]["CalendarDate"];
            consentUntil?: components["schemas"]["CalendarDate"];
            /** @constant */
            kind: "honour";
            limit?: {
                per: components["schemas"]["RedemptionSpan"];
                quantity: number;
            };
            /** @constant */
            price: 0;
            rewardId: components["schemas"]["Id"];
            stock?: number;
            stockFrom?: components["schemas"]["CalendarDate"];
            title: components["schemas"]["Text"];
        };
        /**
         * Id
         * @description An id in any script: no space at its ends, no unseen or look-alike characters, no mixed scripts, in Unicode form NFC.
         */
        Id: string;
        /**
         * ItemBar
         * @description The bar that an entry of an item sets, from its own day.
         */
        ItemBar: {
            ground: components["schemas"]["Slug"];
            lasts?: {
                periods: number;
                /** @enum {string} */
                window: "year" | "calendar-year" | "half-year" | "quarter" | "month" | "week" | "day";
            };
        };
        /**
         * ItemRule
         * @description One thing that earns (or costs) points for one role.
         */
        ItemRule: {
            /** @enum {string} */
            again?: "refused" | "scores";
            bars?: components["schemas"]["ItemBar"];
            clause?: components["schemas"]["Clause"];
            /** @enum {string} */
            entry?: "registration" | "claim" | "activity";
            factors?: {
                [key: string]: components["schemas"]["FactorRule"];
            };
            /** @enum {string} */
            form?: "each-time";
            mostPerMatter?: number;
            /** @constant */
            needsClaim?: true;
            offices?: components["schemas"]["Slug"][];
            once?: {
                /** @enum {string} */
                opening?: "counts" | "apart";
                /** @enum {string} */
                per: "life" | "year" | "calendar-year" | "half-year" | "quarter" | "month" | "week" | "day" | "twelve-months";
            };
            /** @enum {string} */
            perPost?: "year" | "calendar-year" | "half-year" | "quarter" | "month" | "week" | "day";
            requires?: {
                [key: string]: components["schemas"]["Condition"];
            };
            scoring: components["schemas"]["Scoring"];
            /** @enum {string} */
            serviceAndAttendance?: "one-matter" | "together" | "two-matters";
            title: components["schemas"]["Text"];
        };
        /**
         * LimitApplied
         * @description How a limit bore on an entry.
         */
        LimitApplied: {
            clause: components["schemas"]["Clause"];
            /** @enum {string} */
            counts: "points" | "deductions" | "entries" | "quantity" | "balance";
            /** @constant */
            each?: "member";
            limit: components["schemas"]["Slug"];
            maximum: number;
            /** @enum {string} */
            per: "life" | "year" | "calendar-year" | "half-year" | "quarter" | "month" | "week" | "day" | "account-year" | "rolling";
            resetsOn?: components["schemas"]["CalendarDate"];
            title: components["schemas"]["Text"];
            took: number;
            unit?: components["schemas"]["Slug"];
            used: number;
            usedBy?: components["schemas"]["Entry"][];
            window: components["schemas"]["WindowName"];
        };
        /**
         * LimitRule
         * @description A cap over a window: on the points, deductions, entries or quantities of some items, or on the balance.
         */
        LimitRule: {
            /** @enum {string} */
            beyond?: "trim" | "trim-then-refuse" | "refuse";
            clause?: components["schemas"]["Clause"];
            /** @enum {string} */
            counts?: "points" | "deductions" | "entries" | "quantity" | "balance";
            /** @constant */
            each?: "member";
            items?: components["schemas"]["Slug"][];
            maximum: number;
            per: components["schemas"]["LimitSpan"];
            title: components["schemas"]["Text"];
            unit?: components["schemas"]["Slug"];
        };
        /**
         * LimitSpan
         * @description The window of a limit: one that every day lies in.
         */
        LimitSpan: ("life" | "year" | "calendar-year" | "half-year" | "quarter" | "month" | "week" | "day" | "account-year") | {
            last: number;
            /** @enum {unknown} */
            of: "days" | "months";
        };
        /**
         * Locale
         * @description A language, as BCP 47 names it: zh-CN, en.
         */
        Locale: string;
        /**
         * MatterApplied
         * @description How the other entry of the same matter bore on an entry.
         */
        MatterApplied: {
            clause: components["schemas"]["Clause"];
            held: number;
            /** @constant */
            highest?: true;
            maximum: number;
            took: number;
        };
        /**
         * MonthDay
         * @description A day of any year, MM-DD; not 02-29.
         */
        MonthDay: string;
        /** OpenAccount */
        OpenAccount: {
            data: components["schemas"]["OpenAccountData"];
            kind?: unknown;
            metadata?: unknown;
            /** @constant */
            type: "OpenAccount";
        };
        /** OpenAccountData */
        OpenAccountData: {
            accountId: components["schemas"]["Id"];
            by: {
                approvedBy?: components["schemas"]["Id"];
                communityId?: components["schemas"]["Id"];
                office: components["schemas"]["Slug"];
                recorder?: components["schemas"]["Id"];
            };
            colour?: components["schemas"]["Id"];
            communityId: components["schemas"]["Id"];
            continues?: {
                data: {
                    accountId: components["schemas"]["Id"];
                    communityId: components["schemas"]["Id"];
                    continuedBy?: components["schemas"]["Id"];
                    handedOn?: components["schemas"]["HandedOn"];
                    memberId?: components["schemas"]["Id"];
                    on: components["schemas"]["CalendarDate"];
                    reason: components["schemas"]["Id"];
                };
                /** @enum {string} */
                type: "AccountClosed";
            }[];
            formComplete?: boolean;
            memberId?: components["schemas"]["Id"];
            on: components["schemas"]["CalendarDate"];
            otherAccounts?: {
                accountId: components["schemas"]["Id"];
                communityId: components["schemas"]["Id"];
            }[];
            recordedOn?: components["schemas"]["CalendarDate"];
            role: components["schemas"]["Id"];
        };
        /** PointsReceived */
        PointsReceived: {
            data: components["schemas"]["PointsReceivedData"];
            kind?: unknown;
            metadata?: components["schemas"]["PointsReceivedMetadata"];
            /** @constant */
            type: "PointsReceived";
        };
        /** PointsReceivedData */
        PointsReceivedData: {
            accountId: components["schemas"]["Id"];
            by: components["schemas"]["By"];
            clause: components["schemas"]["Clause"];
            communityId: components["schemas"]["Id"];
            from: components["schemas"]["Id"];
            on: components["schemas"]["CalendarDate"];
            points: number;
            readings: components["schemas"]["ReadingsUsed"];
            recordedOn?: components["schemas"]["CalendarDate"];
            ruleSet: components["schemas"]["RuleSetReference"];
            sentOn: components["schemas"]["CalendarDate"];
            transferId: components["schemas"]["Id"];
        };
        /** PointsReceivedMetadata */
        PointsReceivedMetadata: {
            schemaVersion?: number;
        } & {
            [key: string]: unknown;
        };
        /** PointsRedeemed */
        PointsRedeemed: {
            data: components["schemas"]["PointsRedeemedData"];
            kind?: unknown;
            metadata: components["schemas"]["PointsRedeemedMetadata"];
            /** @constant */
            type: "PointsRedeemed";
        };
        /** PointsRedeemedData */
        PointsRedeemedData: {
            accountId: components["schemas"]["Id"];
            at?: components["schemas"]["Id"];
            balance: number;
            by: components["schemas"]["By"];
            clause: components["schemas"]["Clause"];
            collectedBy?: components["schemas"]["Id"];
            communityId: components["schemas"]["Id"];
            deducted: number;
            handbook: {
                filed?: components["schemas"]["CalendarDate"];
                /** @enum {string} */
                filing: "not-needed" | "filed-in-time" | "filed-late" | "pending" | "overdue";
                filingDue?: components["schemas"]["CalendarDate"];
                published: components["schemas"]["CalendarDate"];
                version: components["schemas"]["Id"];
            };
            lines: ({
                consent?: components["schemas"]["CalendarDate"];
                /** @constant */
                kind: "service";
                points: number;
                price: number;
                quantity: number;
                rewardId: components["schemas"]["Id"];
                title: components["schemas"]["Text"];
            } | {
                consent?: components["schemas"]["CalendarDate"];
                /** @constant */
                kind: "goods";
                points: number;
                price: number;
                quantity: number;
                rewardId: components["schemas"]["Id"];
                title: components["schemas"]["Text"];
            } | {
                consent?: components["schemas"]["CalendarDate"];
                /** @constant */
                kind: "honour";
                /** @constant */
                points: 0;
                /** @constant */
                price: 0;
                quantity: number;
                rewardId: components["schemas"]["Id"];
                title: components["schemas"]["Text"];
            })[];
            on: components["schemas"]["CalendarDate"];
            period: components["schemas"]["WindowName"];
            points: number;
            readings: components["schemas"]["ReadingsUsed"];
            recordedOn?: components["schemas"]["CalendarDate"];
            redemptionId: components["schemas"]["Id"];
            ruleSet: components["schemas"]["RuleSetReference"];
        };
        /** PointsRedeemedMetadata */
        PointsRedeemedMetadata: {
            schemaVersion: number;
        } & {
            [key: string]: unknown;
        };
        /** PointsSent */
        PointsSent: {
            data: components["schemas"]["PointsSentData"];
            kind?: unknown;
            metadata?: components["schemas"]["PointsSentMetadata"];
            /** @constant */
            type: "PointsSent";
        };
        /** PointsSentData */
        PointsSentData: {
            accountId: components["schemas"]["Id"];
            balance: number;
            by: components["schemas"]["By"];
            clause: components["schemas"]["Clause"];
            communityId: components["schemas"]["Id"];
            on: components["schemas"]["CalendarDate"];
            points: number;
            readings: components["schemas"]["ReadingsUsed"];
            recordedOn?: components["schemas"]["CalendarDate"];
            ruleSet: components["schemas"]["RuleSetReference"];
            to: components["schemas"]["Id"];
            transferId: components["schemas"]["Id"];
        };
        /** PointsSentMetadata */
        PointsSentMetadata: {
            schemaVersion?: number;
        } & {
            [key: string]: unknown;
        };
        /** PostClaimed */
        PostClaimed: {
            data: components["schemas"]["PostClaimedData"];
            kind?: unknown;
            metadata?: components["schemas"]["PostClaimedMetadata"];
            /** @constant */
            type: "PostClaimed";
        };
        /** PostClaimedData */
        PostClaimedData: {
            accountId: components["schemas"]["Id"];
            addedUp?: components["schemas"]["AddedUp"];
            base: number;
            by: components["schemas"]["By"];
            catalogue?: components["schemas"]["Slug"];
            clause: components["schemas"]["Clause"];
            communityId: components["schemas"]["Id"];
            difficulty?: components["schemas"]["Slug"];
            factor?: components["schemas"]["FactorApplied"];
            item: components["schemas"]["Slug"];
            /** @enum {string} */
            kind: "post" | "project";
            limits?: components["schemas"]["LimitApplied"][];
            /** @constant */
            lowers?: true;
            matter?: components["schemas"]["MatterApplied"];
            on: components["schemas"]["CalendarDate"];
            /** @constant */
            pending?: true;
            points: number;
            postId: components["schemas"]["Id"];
            quantity?: components["schemas"]["Quantity"];
            readings: components["schemas"]["ReadingsUsed"];
            recordedOn?: components["schemas"]["CalendarDate"];
            ruleSet: components["schemas"]["RuleSetReference"];
            scored: number;
            /** @constant */
            takesAll?: true;
            title: components["schemas"]["Text"];
            unit?: components["schemas"]["Slug"];
        };
        /** PostClaimedMetadata */
        PostClaimedMetadata: {
            schemaVersion?: number;
        } & {
            [key: string]: unknown;
        };
        /** PostReleased */
        PostReleased: {
            data: components["schemas"]["PostReleasedData"];
            kind?: unknown;
            metadata?: components["schemas"]["PostReleasedMetadata"];
            /** @constant */
            type: "PostReleased";
        };
        /** PostReleasedData */
        PostReleasedData: {
            accountId: components["schemas"]["Id"];
            by: components["schemas"]["By"];
            claimedOn: components["schemas"]["CalendarDate"];
            clause: components["schemas"]["Clause"];
            communityId: components["schemas"]["Id"];
            on: components["schemas"]["CalendarDate"];
            postId: components["schemas"]["Id"];
            readings: components["schemas"]["ReadingsUsed"];
            recordedOn?: components["schemas"]["CalendarDate"];
            ruleSet: components["schemas"]["RuleSetReference"];
        };
        /** PostReleasedMetadata */
        PostReleasedMetadata: {
            schemaVersion?: number;
        } & {
            [key: string]: unknown;
        };
        Preview: {
            events: components["schemas"]["Event"][];
            warnings: {
                clause: string;
                code: string;
                detail: string;
            }[];
            /** @description Each event as a sentence */
            words: string[];
        };
        Problem: {
            /** @description The clause that a refusal rests on */
            clause?: string;
            /** @description For programs: a code of the counter, or of docs/refusals.md */
            code: string;
            /** @description What is wrong, in the language that was asked for */
            detail: string;
            /** @description Each field that is wrong */
            errors?: {
                code: string;
                detail: string;
                field: string;
            }[];
            facts?: {
                [key: string]: unknown;
            };
            /** @description The field of the command, such as data.on */
            field?: string;
            readings?: {
                [key: string]: string;
            };
            status: number;
            title: string;
            type: string;
        };
        /**
         * Quantity
         * @description A quantity such as hours, with at most two decimals.
         */
        Quantity: number;
        /** QuantityScoring */
        QuantityScoring: {
            /** @constant */
            by: "quantity";
            each?: components["schemas"]["Quantity"];
            /** @constant */
            lowers?: true;
            maximum?: components["schemas"]["Quantity"];
            over?: components["schemas"]["WindowKind"];
            points: number;
            /** @enum {string} */
            rounding?: "down" | "up" | "nearest";
            unit: components["schemas"]["Slug"];
            unitTitle: components["schemas"]["Text"];
        };
        /**
         * Reading
         * @description Something that the text leaves open, the answers it can be read with, and the one chosen.
         */
        Reading: {
            answers: {
                [key: string]: {
                    patch: Record<string, never>;
                    title: components["schemas"]["Text"];
                };
            };
            chosen: components["schemas"]["Slug"];
            clause: components["schemas"]["Clause"];
            default: components["schemas"]["Slug"];
            question: components["schemas"]["Text"];
            ruled?: {
                by: components["schemas"]["FreeText"];
                on: components["schemas"]["CalendarDate"];
            };
        };
        /**
         * ReadingsUsed
         * @description The readings of open questions that a decision used: reading and answer.
         */
        ReadingsUsed: {
            [key: string]: components["schemas"]["Slug"];
        };
        /** ReceivePoints */
        ReceivePoints: {
            data: components["schemas"]["ReceivePointsData"];
            kind?: unknown;
            metadata?: unknown;
            /** @constant */
            type: "ReceivePoints";
        };
        /** ReceivePointsData */
        ReceivePointsData: {
            accountId: components["schemas"]["Id"];
            by: {
                approvedBy?: components["schemas"]["Id"];
                communityId?: components["schemas"]["Id"];
                office: components["schemas"]["Slug"];
                recorder?: components["schemas"]["Id"];
            };
            on: components["schemas"]["CalendarDate"];
            recordedOn?: components["schemas"]["CalendarDate"];
            sent: {
                data: {
                    accountId: components["schemas"]["Id"];
                    on: components["schemas"]["CalendarDate"];
                    points: number;
                    to: components["schemas"]["Id"];
                    transferId: components["schemas"]["Id"];
                };
                /** @enum {string} */
                type: "PointsSent";
            };
        };
        /** RedeemPoints */
        RedeemPoints: {
            data: components["schemas"]["RedeemPointsData"];
            kind?: unknown;
            metadata?: unknown;
            /** @constant */
            type: "RedeemPoints";
        };
        /** RedeemPointsData */
        RedeemPointsData: {
            accountId: components["schemas"]["Id"];
            by: {
                approvedBy?: components["schemas"]["Id"];
                communityId?: components["schemas"]["Id"];
                office: components["schemas"]["Slug"];
                recorder?: components["schemas"]["Id"];
            };
            collectedBy?: components["schemas"]["Id"];
            communityId: components["schemas"]["Id"];
            lines: {
                quantity: number;
                rewardId: components["schemas"]["Id"];
            }[];
            on: components["schemas"]["CalendarDate"];
            recordedOn?: components["schemas"]["CalendarDate"];
            redemptionId: components["schemas"]["Id"];
        };
        /**
         * RedemptionLimit
         * @description A cap on the points, visits, rewards or lines that an account redeems over a window.
         */
        RedemptionLimit: {
            clause?: components["schemas"]["Clause"];
            /** @enum {string} */
            counts: "redeemed" | "visits" | "rewards" | "lines";
            maximum: number;
            per: components["schemas"]["RedemptionSpan"];
            rewards?: components["schemas"]["Id"][];
            title: components["schemas"]["Text"];
        };
        /**
         * RedemptionSpan
         * @description The window of a limit on redeeming: one that every day lies in, the period of the rules, or one visit.
         */
        RedemptionSpan: ("life" | "year" | "calendar-year" | "half-year" | "quarter" | "month" | "week" | "day" | "account-year") | {
            last: number;
            /** @enum {unknown} */
            of: "days" | "months";
        } | ("period" | "visit");
        Register: {
            byItem: {
                entries: number;
                item: string;
                /** @description Points */
                points: number;
            }[];
            byRole: {
                accounts: number;
                /** @description Points */
                assessment: number;
                closedAccounts: number;
                /** @description Points */
                closedOut: number;
                /** @description Points */
                corrected: number;
                /** @description Points */
                earned: number;
                entries: number;
                /** @description Points */
                lapsed: number;
                /** @description Points */
                redeemable: number;
                /** @description Points */
                redeemed: number;
                role: string;
                /** @description Points */
                takenUp: number;
                title: string;
                /** @description Points */
                transferred: number;
            }[];
            communities: string[];
            /** Format: date */
            on: string;
            totals: {
                accounts: number;
                /** @description Points */
                assessment: number;
                closedAccounts: number;
                /** @description Points */
                closedOut: number;
                /** @description Points */
                corrected: number;
                /** @description Points */
                earned: number;
                entries: number;
                /** @description Points */
                lapsed: number;
                /** @description Points */
                redeemable: number;
                /** @description Points */
                redeemed: number;
                /** @description Points */
                takenUp: number;
                /** @description Points */
                transferred: number;
            };
        };
        /** ReleasePost */
        ReleasePost: {
            data: components["schemas"]["ReleasePostData"];
            kind?: unknown;
            metadata?: unknown;
            /** @constant */
            type: "ReleasePost";
        };
        /** ReleasePostData */
        ReleasePostData: {
            accountId: components["schemas"]["Id"];
            by: {
                approvedBy?: components["schemas"]["Id"];
                communityId?: components["schemas"]["Id"];
                office: components["schemas"]["Slug"];
                recorder?: components["schemas"]["Id"];
            };
            on: components["schemas"]["CalendarDate"];
            postId: components["schemas"]["Id"];
            recordedOn?: components["schemas"]["CalendarDate"];
        };
        /** ReportIn */
        ReportIn: {
            data: components["schemas"]["ReportInData"];
            kind?: unknown;
            metadata?: unknown;
            /** @constant */
            type: "ReportIn";
        };
        /** ReportInData */
        ReportInData: {
            accountId: components["schemas"]["Id"];
            by: {
                approvedBy?: components["schemas"]["Id"];
                communityId?: components["schemas"]["Id"];
                office: components["schemas"]["Slug"];
                recorder?: components["schemas"]["Id"];
            };
            formComplete?: boolean;
            memberId?: components["schemas"]["Id"];
            on: components["schemas"]["CalendarDate"];
            recordedOn?: components["schemas"]["CalendarDate"];
        };
        /** ReverseEntry */
        ReverseEntry: {
            data: components["schemas"]["ReverseEntryData"];
            kind?: unknown;
            metadata?: unknown;
            /** @constant */
            type: "ReverseEntry";
        };
        /** ReverseEntryData */
        ReverseEntryData: {
            accountId: components["schemas"]["Id"];
            by: {
                approvedBy?: components["schemas"]["Id"];
                communityId?: components["schemas"]["Id"];
                office: components["schemas"]["Slug"];
                recorder?: components["schemas"]["Id"];
            };
            lines?: {
                quantity: number;
                rewardId: components["schemas"]["Id"];
            }[];
            on: components["schemas"]["CalendarDate"];
            reason: components["schemas"]["FreeText"];
            recordedOn?: components["schemas"]["CalendarDate"];
            reversalId: components["schemas"]["Id"];
            reverses: {
                /** @enum {string} */
                capacity?: "service" | "attendance";
                id: components["schemas"]["Id"];
                item?: components["schemas"]["Id"];
                /** @enum {string} */
                kind: "matter" | "report-in" | "claim" | "redemption" | "correction" | "bar" | "transfer" | "reversal";
                on?: components["schemas"]["CalendarDate"];
            };
        };
        /**
         * Reward
         * @description Something that points can be redeemed for.
         */
        Reward: components["schemas"]["ServiceReward"] | components["schemas"]["GoodsReward"] | components["schemas"]["HonourReward"];
        Rewards: {
            /** @description The edition in force; absent where there is none */
            handbook?: string;
            /** Format: date */
            on: string;
            /** @description Points */
            redeemable: number;
            rewards: {
                code?: string;
                /** @description Why it cannot be */
                detail?: string;
                /** @description Whether one of it can be redeemed on the day */
                isRedeemable: boolean;
                /** @description Points */
                price: number;
                rewardId: string;
                title: string;
            }[];
        };
        /**
         * RoleRule
         * @description One role: its account, what it earns points by, and what its yearly feedback is for.
         */
        RoleRule: {
            account?: {
                clause?: components["schemas"]["Clause"];
                colour?: components["schemas"]["Slug"];
                deducts?: boolean;
                title?: components["schemas"]["Text"];
            };
            clause?: components["schemas"]["Clause"];
            feedback?: {
                clause?: components["schemas"]["Clause"];
                recipients?: {
                    id: components["schemas"]["Slug"];
                    title: components["schemas"]["Text"];
                }[];
                uses?: {
                    id: components["schemas"]["Slug"];
                    title: components["schemas"]["Text"];
                }[];
            };
            items?: {
                [key: string]: components["schemas"]["ItemRule"];
            };
            limits?: {
                [key: string]: components["schemas"]["LimitRule"];
            };
            opening?: {
                clause?: components["schemas"]["Clause"];
                form?: components["schemas"]["Text"];
                item?: components["schemas"]["Slug"];
                points?: number;
            };
            service?: {
                /** @enum {string} */
                claimed?: "ever" | "by-that-day" | "not-needed";
                clause?: components["schemas"]["Clause"];
            };
            title: components["schemas"]["Text"];
        };
        /**
         * RuleSet
         * @description A scheme's rules as data. It holds no null but in the patches of readings.
         */
        RuleSet: {
            assessment?: {
                clause?: components["schemas"]["Clause"];
                mark?: {
                    outOf: number;
                };
                /** @enum {string} */
                scale?: "to-highest";
                title?: components["schemas"]["Text"];
            };
            authority?: {
                /** @enum {string} */
                approval?: "one-person" | "two-person";
                clause?: components["schemas"]["Clause"];
                offices?: {
                    BarAccount?: components["schemas"]["Slug"][];
                    ClaimPost?: components["schemas"]["Slug"][];
                    CloseAccount?: components["schemas"]["Slug"][];
                    CorrectScore?: components["schemas"]["Slug"][];
                    CreditActivity?: components["schemas"]["Slug"][];
                    OpenAccount?: components["schemas"]["Slug"][];
                    ReceivePoints?: components["schemas"]["Slug"][];
                    RedeemPoints?: components["schemas"]["Slug"][];
                    ReleasePost?: components["schemas"]["Slug"][];
                    ReportIn?: components["schemas"]["Slug"][];
                    ReverseEntry?: components["schemas"]["Slug"][];
                    TransferPoints?: components["schemas"]["Slug"][];
                    VerifyEntry?: components["schemas"]["Slug"][];
                };
                /** @enum {string} */
                self?: "allowed" | "refused";
            };
            bounds?: {
                clause?: components["schemas"]["Clause"];
                held?: {
                    [key: string]: {
                        clause: components["schemas"]["Clause"];
                        /** @constant */
                        kind: "points-per-entry";
                        maximum: number;
                        title: components["schemas"]["Text"];
                    } | {
                        clause: components["schemas"]["Clause"];
                        /** @constant */
                        kind: "limit";
                        limit: components["schemas"]["Slug"];
                        title: components["schemas"]["Text"];
                    } | {
                        clause: components["schemas"]["Clause"];
                        /** @constant */
                        kind: "redemption";
                        title: components["schemas"]["Text"];
                    };
                };
                /** @enum {string} */
                looser?: "refused" | "allowed";
            };
            calendar?: {
                /** @enum {string} */
                weekStarts?: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
                yearStarts?: components["schemas"]["MonthDay"];
            };
            catalogue?: {
                [key: string]: {
                    clause: components["schemas"]["Clause"];
                    entries: {
                        [key: string]: {
                            clause: components["schemas"]["Clause"];
                            roles?: components["schemas"]["Slug"][];
                            title: components["schemas"]["Text"];
                        };
                    };
                    title: components["schemas"]["Text"];
                };
            };
            clauses?: {
                accounts?: components["schemas"]["Clause"];
                catalogue?: components["schemas"]["Clause"];
                entries?: components["schemas"]["Clause"];
                roles?: components["schemas"]["Clause"];
            };
            closing?: {
                clause: components["schemas"]["Clause"];
                reasons: {
                    [key: string]: {
                        /** @enum {string} */
                        holdings: "handed-on" | "forfeited";
                        title: components["schemas"]["Text"];
                    };
                };
                title: components["schemas"]["Text"];
            };
            correction?: {
                /** @enum {string} */
                bound?: "matter" | "item";
                clause?: components["schemas"]["Clause"];
                /** @enum {string} */
                counts?: "own-date" | "matter-date";
                /** @enum {string} */
                floor?: "none" | "refuse-assessment" | "refuse-balance" | "stop-at-zero";
                freesRoom?: boolean;
                mattersOnly?: components["schemas"]["Slug"][];
                title?: components["schemas"]["Text"];
            };
            difficulties?: {
                [key: string]: components["schemas"]["Text"];
            };
            entries?: {
                clause?: components["schemas"]["Clause"];
                /** @enum {string} */
                difficulty?: "by-person";
                /** @enum {string} */
                floor?: "none" | "refuse-assessment" | "refuse-balance" | "stop-at-zero";
                /** @enum {string} */
                matters?: "under-one-item" | "highest";
                /** @enum {string} */
                order?: "any" | "never-back";
                /** @enum {string} */
                reportIn?: "needed";
            };
            feedback?: {
                clause?: components["schemas"]["Clause"];
                due?: components["schemas"]["MonthDay"];
                title?: components["schemas"]["Text"];
                /** @enum {string} */
                yearStarts?: "01-01" | "12-01";
            };
            filing?: {
                clause: components["schemas"]["Clause"];
                /** @enum {string} */
                days?: "working";
                /** @enum {string} */
                editions?: "first";
                /** @enum {string} */
                late: "warn" | "refuse";
                title: components["schemas"]["Text"];
                withinDays: number;
            };
            /** @constant */
            format?: 1;
            id: components["schemas"]["Id"];
            ineligibility?: {
                [key: string]: {
                    bars?: ("recognition" | "redeeming" | "earning")[];
                    below?: {
                        /** @enum {string} */
                        counts: "points" | "quantity";
                        items?: components["schemas"]["Slug"][];
                        minimum: components["schemas"]["Quantity"];
                        unit?: components["schemas"]["Slug"];
                    };
                    clause?: components["schemas"]["Clause"];
                    title: components["schemas"]["Text"];
                };
            };
            inForce?: {
                clause?: components["schemas"]["Clause"];
                from?: components["schemas"]["CalendarDate"];
                until?: components["schemas"]["CalendarDate"];
            };
            interpretation?: {
                by: components["schemas"]["Text"];
                clause: components["schemas"]["Clause"];
            };
            items?: {
                [key: string]: components["schemas"]["ItemRule"];
            };
            locales?: components["schemas"]["Locale"][];
            offices?: {
                [key: string]: {
                    /** @enum {string} */
                    acts: "own-community" | "everywhere";
                    clause?: components["schemas"]["Clause"];
                    title: components["schemas"]["Text"];
                };
            };
            oneAccount?: {
                clause: components["schemas"]["Clause"];
                title: components["schemas"]["Text"];
            };
            points?: {
                /** @enum {unknown} */
                scale: 2 | 4 | 5 | 10 | 20 | 25 | 50 | 100;
            };
            publication?: {
                clause: components["schemas"]["Clause"];
                /** @enum {string} */
                every: "year" | "calendar-year" | "half-year" | "quarter" | "month" | "week" | "day";
                title: components["schemas"]["Text"];
            };
            readings?: {
                [key: string]: components["schemas"]["Reading"];
            };
            recognition?: {
                [key: string]: {
                    clause?: components["schemas"]["Clause"];
                    per?: components["schemas"]["WindowKind"];
                    points?: number;
                    requires?: {
                        [key: string]: {
                            clause?: components["schemas"]["Clause"];
                            /** @enum {string} */
                            counts: "points" | "deductions" | "entries" | "quantity" | "months";
                            items?: components["schemas"]["Slug"][];
                            maximum?: number;
                            minimum?: number;
                            per: components["schemas"]["WindowSpan"];
                            title: components["schemas"]["Text"];
                            unit?: components["schemas"]["Slug"];
                        };
                    };
                    roles?: components["schemas"]["Slug"][];
                    title: components["schemas"]["Text"];
                };
            };
            redemption?: {
                /** @enum {string} */
                at?: "any-community";
                carryOver?: {
                    clause?: components["schemas"]["Clause"];
                    goodFor?: {
                        last: number;
                        /** @enum {string} */
                        of: "months" | "days";
                    };
                    inactivity?: {
                        last: number;
                        /** @enum {string} */
                        of: "months" | "days";
                    };
                    keeps?: {
                        atMost?: number;
                        inStepsOf?: number;
                        /** @enum {string} */
                        per: "year" | "calendar-year" | "half-year" | "quarter" | "month" | "week" | "day";
                        percent?: number;
                    };
                    lapse?: {
                        periods: number;
                        /** @enum {string} */
                        window: "year" | "calendar-year" | "half-year" | "quarter" | "month" | "week" | "day";
                    };
                };
                clause?: components["schemas"]["Clause"];
                consent?: {
                    /** @enum {string} */
                    basis?: "each-reward" | "standing";
                    clause?: components["schemas"]["Clause"];
                    kinds?: ("service" | "goods" | "honour")[];
                    lasts?: {
                        /** @enum {string} */
                        late: "warn" | "refuse";
                        months: number;
                    };
                };
                /** @enum {string} */
                covered?: "on-its-day" | "when-entered";
                handbook?: {
                    clause: components["schemas"]["Clause"];
                    months: number;
                };
                /** @enum {string} */
                honours?: "none";
                limits?: {
                    [key: string]: components["schemas"]["RedemptionLimit"];
                };
                overdraft?: {
                    clause?: components["schemas"]["Clause"];
                    points: number;
                };
                period?: {
                    /** @constant */
                    kind: "calendar";
                    /** @enum {string} */
                    window: "year" | "calendar-year" | "half-year" | "quarter" | "month" | "week" | "day";
                } | {
                    /** @constant */
                    kind: "rolling";
                    months: number;
                } | {
                    /** @constant */
                    kind: "openings";
                    openings: {
                        from: components["schemas"]["MonthDay"];
                        to: components["schemas"]["MonthDay"];
                    }[];
                };
                /** @enum {string} */
                proxy?: "allowed";
                requires?: {
                    [key: string]: components["schemas"]["Condition"];
                };
                /** @enum {string} */
                spendableAfter?: "year" | "calendar-year" | "half-year" | "quarter" | "month" | "week" | "day";
                spendableWait?: {
                    last: number;
                    /** @enum {string} */
                    of: "months" | "days";
                };
                title?: components["schemas"]["Text"];
            };
            reversal?: {
                clause: components["schemas"]["Clause"];
                title: components["schemas"]["Text"];
                untilFeedback?: components["schemas"]["Slug"][];
            };
            roles: {
                [key: string]: components["schemas"]["RoleRule"];
            };
            source?: {
                document: components["schemas"]["FreeText"];
                issuedOn: components["schemas"]["CalendarDate"];
                issuer: components["schemas"]["Text"];
                numbering?: {
                    [key: string]: components["schemas"]["FreeText"];
                };
            };
            title: components["schemas"]["Text"];
            transfer?: {
                clause: components["schemas"]["Clause"];
                limits?: {
                    [key: string]: components["schemas"]["TransferLimit"];
                };
                requires?: {
                    [key: string]: components["schemas"]["Condition"];
                };
                title: components["schemas"]["Text"];
            };
            uses?: {
                [key: string]: {
                    clause: components["schemas"]["Clause"];
                    roles?: components["schemas"]["Slug"][];
                    title: components["schemas"]["Text"];
                };
            };
            verification?: {
                clause: components["schemas"]["Clause"];
                title: components["schemas"]["Text"];
            };
            version: components["schemas"]["Id"];
        };
        /**
         * RuleSetReference
         * @description The rule set that an event was decided by.
         */
        RuleSetReference: {
            digest: string;
            id: components["schemas"]["Id"];
            version: components["schemas"]["Id"];
        };
        /** ScoreCorrected */
        ScoreCorrected: {
            data: components["schemas"]["ScoreCorrectedData"];
            kind?: unknown;
            metadata?: components["schemas"]["ScoreCorrectedMetadata"];
            /** @constant */
            type: "ScoreCorrected";
        };
        /** ScoreCorrectedData */
        ScoreCorrectedData: {
            accountId: components["schemas"]["Id"];
            by: components["schemas"]["By"];
            clause: components["schemas"]["Clause"];
            communityId: components["schemas"]["Id"];
            correctionId: components["schemas"]["Id"];
            corrects?: components["schemas"]["Entry"];
            countsOn: components["schemas"]["CalendarDate"];
            freesRoom: boolean;
            on: components["schemas"]["CalendarDate"];
            points: number;
            readings: components["schemas"]["ReadingsUsed"];
            reason: components["schemas"]["FreeText"];
            recordedOn?: components["schemas"]["CalendarDate"];
            requested?: number;
            ruleSet: components["schemas"]["RuleSetReference"];
        };
        /** ScoreCorrectedMetadata */
        ScoreCorrectedMetadata: {
            schemaVersion?: number;
        } & {
            [key: string]: unknown;
        };
        /**
         * Scoring
         * @description How many points one entry scores before any limit; below 0 is a deduction.
         */
        Scoring: components["schemas"]["FixedScoring"] | components["schemas"]["DifficultyScoring"] | components["schemas"]["QuantityScoring"] | components["schemas"]["BandsScoring"] | components["schemas"]["BalanceScoring"];
        /** ServiceReward */
        ServiceReward: {
            consent?: components["schemas"]["CalendarDate"];
            consentUntil?: components["schemas"]["CalendarDate"];
            /** @constant */
            kind: "service";
            limit?: {
                per: components["schemas"]["RedemptionSpan"];
                quantity: number;
            };
            price: number;
            rewardId: components["schemas"]["Id"];
            stock?: number;
            stockFrom?: components["schemas"]["CalendarDate"];
            title: components["schemas"]["Text"];
        };
        /**
         * Slug
         * @description The id of a part of a rule set: lower-case words joined by -.
         */
        Slug: string;
        Statement: {
            accountId: string;
            /** Format: date */
            closedOn?: string;
            closing: {
                /** @description Points */
                assessment: number;
                /** @description Points */
                redeemable: number;
            };
            communityId: string;
            entries: {
                /** @description Points */
                assessed: number;
                /** @description Points */
                assessment: number;
                clause: string;
                entryId?: string;
                /** @description Its number among the events of the account, from 1 */
                eventNumber?: number;
                isPending: boolean;
                isUndone: boolean;
                /** Format: date */
                on: string;
                /** @description Points */
                points: number;
                /** Format: date */
                recordedOn?: string;
                /** @description Points */
                redeemable: number;
                type: string;
                why: string;
                words: string;
            }[];
            /** Format: date */
            from: string;
            /** Format: date */
            openedOn: string;
            opening: {
                /** @description Points */
                assessment: number;
                /** @description Points */
                redeemable: number;
            };
            role: string;
            roleTitle: string;
            /** Format: date */
            to: string;
        };
        /**
         * Text
         * @description The same words in one or several languages, by locale.
         */
        Text: {
            [key: string]: components["schemas"]["FreeText"];
        };
        /**
         * TransferLimit
         * @description A cap on the points that an account sends over a window, or on the number of its sendings.
         */
        TransferLimit: {
            clause?: components["schemas"]["Clause"];
            /** @enum {string} */
            counts: "sent" | "transfers";
            maximum: number;
            per: components["schemas"]["LimitSpan"];
            title: components["schemas"]["Text"];
        };
        /** TransferPoints */
        TransferPoints: {
            data: components["schemas"]["TransferPointsData"];
            kind?: unknown;
            metadata?: unknown;
            /** @constant */
            type: "TransferPoints";
        };
        /** TransferPointsData */
        TransferPointsData: {
            accountId: components["schemas"]["Id"];
            by: {
                approvedBy?: components["schemas"]["Id"];
                communityId?: components["schemas"]["Id"];
                office: components["schemas"]["Slug"];
                recorder?: components["schemas"]["Id"];
            };
            on: components["schemas"]["CalendarDate"];
            points: number;
            recordedOn?: components["schemas"]["CalendarDate"];
            to: components["schemas"]["Id"];
            transferId: components["schemas"]["Id"];
        };
        /** VerifyEntry */
        VerifyEntry: {
            data: components["schemas"]["VerifyEntryData"];
            kind?: unknown;
            metadata?: unknown;
            /** @constant */
            type: "VerifyEntry";
        };
        /** VerifyEntryData */
        VerifyEntryData: {
            accountId: components["schemas"]["Id"];
            by: {
                approvedBy?: components["schemas"]["Id"];
                communityId?: components["schemas"]["Id"];
                office: components["schemas"]["Slug"];
                recorder?: components["schemas"]["Id"];
            };
            on: components["schemas"]["CalendarDate"];
            recordedOn?: components["schemas"]["CalendarDate"];
            verifies: {
                /** @enum {string} */
                capacity?: "service" | "attendance";
                id: components["schemas"]["Id"];
                item?: components["schemas"]["Id"];
                /** @enum {string} */
                kind: "matter" | "report-in" | "claim";
                on?: components["schemas"]["CalendarDate"];
            };
        };
        /**
         * WindowKind
         * @description A stretch of the calendar that something is counted over; life never ends.
         * @enum {string}
         */
        WindowKind: "life" | "year" | "calendar-year" | "half-year" | "quarter" | "month" | "week" | "day";
        /**
         * WindowName
         * @description The name of a period: life, 2023, 2023-H1, 2023-Q3, 2023-05, 2024-W07, 2024-02-29, or first and last: 2024-04..2025-03.
         */
        WindowName: string;
        /**
         * WindowSpan
         * @description The window that something is counted over, as a day sees it: of the calendar, the account's own year, a number of last days or months, or the one before.
         */
        WindowSpan: ("life" | "year" | "calendar-year" | "half-year" | "quarter" | "month" | "week" | "day" | "account-year") | {
            last: number;
            /** @enum {unknown} */
            of: "days" | "months";
        } | {
            /** @enum {unknown} */
            before: "year" | "calendar-year" | "half-year" | "quarter" | "month" | "week" | "day";
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listAccounts: {
        parameters: {
            query?: {
                /** @description next of the page before */
                after?: string;
                /** @description A community; for a key of a community its own, which is meant without it as well */
                community?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of accounts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accounts"];
                };
            };
            /** @description The request cannot be read: what it says in errors is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no key, or it is worth nothing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key is not for this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of the kind, or it is not for this key to see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with this key: wait as long as Retry-After says */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong at the counter */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is not reached: try again later */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description The request cannot be read: what it says in errors is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no key, or it is worth nothing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key is not for this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of the kind, or it is not for this key to see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with this key: wait as long as Retry-After says */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong at the counter */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is not reached: try again later */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEvents: {
        parameters: {
            query?: {
                after?: number | null;
                limit?: number;
            };
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of events */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Events"];
                };
            };
            /** @description The request cannot be read: what it says in errors is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no key, or it is worth nothing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key is not for this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of the kind, or it is not for this key to see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with this key: wait as long as Retry-After says */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong at the counter */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is not reached: try again later */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readFeedback: {
        parameters: {
            query: {
                /** @description Today, or 30 November of a year before, without */
                sentOn?: string;
                year: number;
            };
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feedback */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feedback"];
                };
            };
            /** @description The request cannot be read: what it says in errors is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no key, or it is worth nothing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key is not for this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of the kind, or it is not for this key to see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with this key: wait as long as Retry-After says */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong at the counter */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is not reached: try again later */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readRewards: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rewards of the handbook in force */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rewards"];
                };
            };
            /** @description The request cannot be read: what it says in errors is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no key, or it is worth nothing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key is not for this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of the kind, or it is not for this key to see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with this key: wait as long as Retry-After says */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong at the counter */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is not reached: try again later */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readStatement: {
        parameters: {
            query?: {
                /** @description The opening of the account without */
                from?: string;
                /** @description The day of today without */
                to?: string;
            };
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The statement */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Statement"];
                };
            };
            /** @description The request cannot be read: what it says in errors is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no key, or it is worth nothing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key is not for this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of the kind, or it is not for this key to see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with this key: wait as long as Retry-After says */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong at the counter */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is not reached: try again later */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enterCommand: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Command"];
            };
        };
        responses: {
            /** @description It is on record */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entered"];
                };
            };
            /** @description The request cannot be read: what it says in errors is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no key, or it is worth nothing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key is not for this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of the kind, or it is not for this key to see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Others came first, or the id is on record with other content */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused: why, by which clause and by which readings */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with this key: wait as long as Retry-After says */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong at the counter */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is not reached: try again later */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewCommand: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Command"];
            };
        };
        responses: {
            /** @description What it would yield */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preview"];
                };
            };
            /** @description The request cannot be read: what it says in errors is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no key, or it is worth nothing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key is not for this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of the kind, or it is not for this key to see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Others came first, or the id is on record with other content */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused: why, by which clause and by which readings */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with this key: wait as long as Retry-After says */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong at the counter */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is not reached: try again later */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readHandbook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                communityId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The edition */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Handbook"];
                };
            };
            /** @description The request cannot be read: what it says in errors is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no key, or it is worth nothing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key is not for this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of the kind, or it is not for this key to see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with this key: wait as long as Retry-After says */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong at the counter */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is not reached: try again later */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readRegister: {
        parameters: {
            query?: {
                /** @description A community; for a key of a community its own, which is meant without it as well */
                community?: string;
                on?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The totals of the register; the accounts are a list of their own */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Register"];
                };
            };
            /** @description The request cannot be read: what it says in errors is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no key, or it is worth nothing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key is not for this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of the kind, or it is not for this key to see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with this key: wait as long as Retry-After says */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong at the counter */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is not reached: try again later */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rule set */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleSet"];
                };
            };
            /** @description The request cannot be read: what it says in errors is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no key, or it is worth nothing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key is not for this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of the kind, or it is not for this key to see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with this key: wait as long as Retry-After says */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong at the counter */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is not reached: try again later */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
