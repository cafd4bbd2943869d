// Each version of JUnit ran the tests of the toolkit and the one that was there before.
def log = new File(basedir, 'build.log').text
def count = { pattern -> log.findAll(pattern).size() }
assert count('BUILD SUCCESS') == 6 : 'six builds succeed'
assert count(/Tests run: 8, Failures: 0, Errors: 0, Skipped: 0\n/) == 6 : 'eight tests pass in each build'
assert count('size.asl.json   100.0 %') == 6 : 'each build prints its coverage'
assert new File(basedir, 'target/asl-testkit/index.html').exists() : 'the report is written'
assert !log.contains('SLF4J') : 'no library complains that it has no logger'
