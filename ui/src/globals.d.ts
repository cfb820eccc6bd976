/** Whether this build has the dock of simulated devices. */
declare const __DOCK__: boolean;
/** Folder of the sample photographs, for the fixtures only. */
declare const __SAMPLES__: string;
