// A task, an hour, a task: with the aws-local-stepfunctions package, whose Wait is overridden to nothing. With the argument
// "validated" each flow builds its state machine anew and validates it, as the package does unless it is told not to.
Promise.withResolvers ??= function () {
  let resolve, reject;
  const promise = new Promise((a, b) => { resolve = a; reject = b; });
  return { promise, resolve, reject };
};
const { StateMachine } = await import('aws-local-stepfunctions');
const start = performance.now() - process.uptime() * 1000;
const definition = {
  StartAt: 'First',
  States: {
    First: { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:call', Next: 'Wait' },
    Wait: { Type: 'Wait', Seconds: 3600, Next: 'Second' },
    Second: { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:call', End: true },
  },
};
const validated = process.argv[2] === 'validated';
const machine = validated ? undefined : new StateMachine(definition, { validationOptions: { noValidate: true } });
const overrides = {
  overrides: {
    taskResourceLocalHandlers: { First: () => ({}), Second: () => ({}) },
    waitTimeOverrides: { Wait: 0 },
  },
};
const flow = () => (machine ?? new StateMachine(definition)).run({}, overrides).result;
await flow();
const first = performance.now() - start;
const laps = validated ? 1000 : 20000;
const times = [];
for (let i = 0; i < laps; i++) {
  const before = performance.now();
  await flow();
  times.push(performance.now() - before);
}
const early = times.slice(0, 1000).reduce((a, b) => a + b) / 1000;
times.sort((a, b) => a - b);
const name = 'aws-local-stepfunctions' + (validated ? '-validated' : '');
console.log(`${name};${first.toFixed(0)};${early.toFixed(4)};${times[laps / 2].toFixed(4)};${laps}`);
