// PIT kills the mutants, and what it runs neither rewrites the report nor is judged by the minimum.
def log = new File(basedir, 'build.log').text
assert log.contains('Tests run: 2, Failures: 0, Errors: 0, Skipped: 0\n') : 'both tests pass'
assert log.contains('Generated 3 mutations Killed 3 (100%)') : 'PIT runs the tests'
def runs = new File(basedir, 'target/asl-testkit/runs').list().findAll { it.endsWith('.runs.jsonl') }
assert runs.size() == 1 : 'PIT records nothing'
def mutations = new File(basedir, 'target/pit-reports/mutations.csv')
def report = new File(basedir, 'target/asl-testkit/index.html')
assert report.lastModified() < mutations.lastModified() : 'PIT leaves the report alone'
assert log.findAll('parcel.asl.json   100.0 %').size() == 1 : 'the tests alone print their coverage'
assert !log.contains('SLF4J') : 'no library complains that it has no logger'
