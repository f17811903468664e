/** What the reader found in a report. Plain data; spans are offsets into `text`. */
export type Reading = {
  /** The report as it was read: the paragraphs, an empty line between, without what is not the report. */
  readonly text: string;
  readonly source: {
    readonly publisher: string | undefined;
    readonly title: string | undefined;
    /** ISO day; undefined when neither the page nor the text tells it. */
    readonly date: string | undefined;
    /** The place in the dateline. */
    readonly dateline: string | undefined;
  };
  readonly people: readonly Person[];
  readonly parties: readonly Named[];
  readonly bodies: readonly Named[];
  readonly places: readonly Named[];
  readonly statements: readonly ReportedStatement[];
  readonly events: readonly ReportEvent[];
  readonly acts: readonly Act[];
};

export type TextSpan = { readonly start: number; readonly end: number };

/** How sure the reader is of an item: `sure`, where the words leave no choice; `likely`; `guess`, to be looked at first. */
export type Sureness = "sure" | "likely" | "guess";

export type Person = {
  readonly id: string;
  /** As fully as the report names him. */
  readonly name: string;
  readonly role: string | undefined;
  /** The state or institution he acts for. */
  readonly affiliation: string | undefined;
  readonly spans: readonly TextSpan[];
  readonly sure: Sureness;
};

/** A state, body or place, under one name whatever the report calls it. */
export type Named = { readonly name: string; readonly spans: readonly TextSpan[] };

export type Speaker = {
  /** As the report has it: `a senior official`, `he`. */
  readonly text: string;
  /** The name to cite: of the person, state or body meant; otherwise the description. */
  readonly name: string;
  /** Id of the person, when it is one who is named. */
  readonly person: string | undefined;
  /** The state or body, when it is one. */
  readonly party: string | undefined;
  readonly span: TextSpan;
};

export type ReportedStatement = {
  /** Undefined when the report leaves open, or the reader cannot tell, who said it. */
  readonly speaker: Speaker | undefined;
  /** Who passed it on, nearest to the report first. */
  readonly via: readonly Speaker[];
  readonly to: string | undefined;
  readonly says: string;
  /** Where it stands: one span, or two of a quotation that is split. */
  readonly spans: readonly TextSpan[];
  /** The verb, as it stands. */
  readonly verb: string;
  readonly quoted: boolean;
  /** In what words of certainty: `plain`, `denied`, `guarded, "seemed"`. */
  readonly sounds: string;
  readonly sure: Sureness;
};

export type ReportEvent = {
  readonly what: string;
  readonly by: Speaker | undefined;
  /** ISO day, month or year. */
  readonly date: string | undefined;
  /** The last day, of what took or may take several. */
  readonly until: string | undefined;
  readonly status: "done" | "announced" | "expected" | "threatened";
  readonly spans: readonly TextSpan[];
  readonly sure: Sureness;
};

export type ActKind = "offer" | "demand" | "threat" | "pledge" | "refusal";

export type Act = {
  readonly kind: ActKind;
  readonly by: Speaker | undefined;
  readonly what: string;
  readonly spans: readonly TextSpan[];
  readonly sure: Sureness;
};
