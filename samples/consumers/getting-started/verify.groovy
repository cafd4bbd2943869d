// The project that the page on getting started shows, in an empty folder.
def log = new File(basedir, 'build.log').text
assert log.contains('Tests run: 2, Failures: 0, Errors: 0, Skipped: 0\n') : 'both tests pass'
assert log.contains('order.asl.json') : 'the coverage is printed'
assert !log.contains('SLF4J') : 'no library complains that it has no logger'
