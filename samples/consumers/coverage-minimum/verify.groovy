// A minimum is judged on each JUnit, the oldest too.
def log = new File(basedir, 'build.log').text
def count = { pattern -> log.findAll(pattern).size() }
assert count(/Tests run: 1, Failures: 0, Errors: 0, Skipped: 0\n/) >= 3 : 'the test itself passes in each build'
assert count('Small was never entered') >= 3 : 'each build prints what is not covered'
assert count('by asl.testkit.coverage.minimum') >= 3 : 'each build fails for its coverage'
assert !log.contains('SLF4J') : 'no library complains that it has no logger'
