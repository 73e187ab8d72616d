import type { Text } from '../words.js';
import type { Request, Response, TaskName, Tasks } from './protocol.js';

/** Thrown where a task could not be done, with the reason for people. */
export class TaskFailed extends Error {
  override readonly name = 'TaskFailed';
  readonly why: Text;

  constructor(why: Text) {
    super(why.en);
    this.why = why;
  }
}

/** Thrown where a task was stopped on the page. */
export class TaskStopped extends Error {
  override readonly name = 'TaskStopped';
}

type OnProgress = (done: number, of: number) => void;
type Waiting = {
  readonly done: (answered: never) => void;
  readonly failed: (error: Error) => void;
  readonly progress: OnProgress | undefined;
};

/** A worker and the tasks that were given to it; they are done one after the other. */
export class TaskWorker {
  #worker: Worker | undefined;
  readonly #waiting = new Map<number, Waiting>();
  #next = 0;

  run<T extends TaskName>(
    task: T,
    asked: Tasks[T]['asked'],
    progress?: OnProgress,
  ): Promise<Tasks[T]['answered']> {
    this.#next += 1;
    const id = this.#next;
    this.#worker ??= this.#started();
    const promise = new Promise<Tasks[T]['answered']>((done, failed) => {
      this.#waiting.set(id, { done, failed, progress });
    });
    this.#worker.postMessage({ id, task, asked } as unknown as Request);
    return promise;
  }

  /** Ends whatever is going on, and forgets what the worker held. */
  stop(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    for (const { failed } of this.#waiting.values()) failed(new TaskStopped());
    this.#waiting.clear();
  }

  #started(): Worker {
    const worker = new Worker(new URL('worker.js', document.baseURI), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<Response>) => this.#hear(data);
    worker.onerror = ({ message }) => {
      for (const { failed } of this.#waiting.values()) failed(new Error(message));
      this.#waiting.clear();
    };
    return worker;
  }

  #hear(response: Response): void {
    const waiting = this.#waiting.get(response.id);
    if (response.kind === 'progress') {
      waiting?.progress?.(response.done, response.of);
      return;
    }
    this.#waiting.delete(response.id);
    if (response.kind === 'done') waiting?.done(response.answered as never);
    else waiting?.failed(new TaskFailed(response.why));
  }
}
